package stackelberg.workbench.chart;

import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;

/**
 * Curves as sound: time runs from left to right, the higher a curve the higher the tone, two
 * octaves from the lowest value that any of them has to the highest. One curve after the other;
 * where a value is not defined there is silence.
 */
final class CurveSound {
    /** Samples a second, of 16 bits, one channel. */
    static final int RATE = 22_050;

    /** Of one curve. */
    static final double SECONDS = 2.5;

    private static final double PAUSE_SECONDS = 0.4;

    /** In hertz: A3, and two octaves above. */
    static final double LOWEST = 220;

    private static final double OCTAVES = 2;
    private static final double LOUDNESS = 0.3 * Short.MAX_VALUE;

    /** Over this time a tone comes and goes, so that it does not click. */
    private static final double FADE_SECONDS = 0.01;

    /** More curves than these nobody keeps apart. */
    private static final int MOST = 5;

    private CurveSound() {}

    /**
     * Plays the curves; returns at once.
     *
     * @throws LineUnavailableException if this machine has no sound
     */
    static void play(List<ChartLine> lines) throws LineUnavailableException {
        byte[] sound = of(lines);
        Clip clip;
        try {
            clip = AudioSystem.getClip();
        } catch (IllegalArgumentException e) {
            throw (LineUnavailableException) new LineUnavailableException("no device").initCause(e);
        }
        clip.addLineListener(
                event -> {
                    if (event.getType() == LineEvent.Type.STOP) {
                        clip.close();
                    }
                });
        clip.open(new AudioFormat(RATE, 16, 1, true, false), sound, 0, sound.length);
        clip.start();
    }

    /** The sound of the curves: 16 bits a sample, the lower byte first. */
    static byte[] of(List<ChartLine> lines) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<ChartLine> heard = lines.stream().limit(MOST).toList();
        for (ChartLine line : heard) {
            for (double value : line.y()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        int each = (int) (RATE * SECONDS);
        int pause = (int) (RATE * PAUSE_SECONDS);
        byte[] sound = new byte[2 * heard.size() * (each + pause)];
        for (int k = 0; k < heard.size(); k++) {
            write(heard.get(k), low, high, sound, 2 * k * (each + pause), each);
        }
        return sound;
    }

    private static void write(
            ChartLine line, double low, double high, byte[] into, int at, int samples) {
        double[] x = line.x();
        double phase = 0;
        int point = 0;
        double fade = FADE_SECONDS * RATE;
        for (int s = 0; s < samples && x.length > 0; s++) {
            double where = x[0] + (x[x.length - 1] - x[0]) * s / samples;
            while (point < x.length - 1 && x[point + 1] <= where) {
                point++;
            }
            double share = high > low ? (line.y()[point] - low) / (high - low) : 0;
            phase += 2 * Math.PI * LOWEST * Math.pow(2, OCTAVES * share) / RATE;
            double volume = Math.min(1, Math.min(s, samples - s) / fade);
            int amplitude = (int) (LOUDNESS * volume * Math.sin(phase));
            into[at + 2 * s] = (byte) amplitude;
            into[at + 2 * s + 1] = (byte) (amplitude >> 8);
        }
    }
}
