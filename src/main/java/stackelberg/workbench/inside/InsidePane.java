package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.Remedies;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Theme;

/** A look inside the run that is selected, as it is now. */
public final class InsidePane extends BorderPane {
    private static final long LEAST_INTERVAL = 200_000_000;

    private final Label heading = new Label();
    private final Label nothing =
            Texts.help(tr("Train, then select a run below to look inside it."));
    private final Label hidden = Texts.help(tr("Predict the optimum to see it."));
    private final TabPane tabs = new TabPane();
    private final MechanismTab mechanism = new MechanismTab();
    private final FollowersTab followers = new FollowersTab();
    private final PlayTab play = new PlayTab();
    private final SteerTab steer = new SteerTab();
    private final WhatIfTab whatIf;
    private final SeatTab seat;
    private final CertificateTab certificate;
    private @Nullable WatchedRun run;
    private Theme theme = Theme.LIGHT;
    private boolean stale = true;
    private long refreshedAt = Long.MIN_VALUE / 2;

    /**
     * @param remedies what helps a run that fell short
     * @param entries takes what a person came to, for the list of the class
     */
    public InsidePane(Remedies remedies, Consumer<ClassList.Entry> entries) {
        whatIf = new WhatIfTab(entries);
        seat = new SeatTab(entries);
        certificate = new CertificateTab(remedies);
        getStyleClass().add("inside-pane");
        setMinWidth(0);
        heading.getStyleClass().add("inside-title");
        heading.setWrapText(true);
        nothing.getStyleClass().add("inside-body");
        hidden.getStyleClass().add("inside-body");
        tabs.setId("inside-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab("Mechanism", mechanism),
                        tab("Followers", followers),
                        tab("Certificate", certificate),
                        playTab(),
                        tab("What if", whatIf),
                        tab("Your seat", seat),
                        tab("Steer", steer));
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> open(was, is));
        open(null, tabs.getSelectionModel().getSelectedItem());
        setTop(heading);
        select(null);
    }

    private Tab playTab() {
        Tab tab = tab("Play", play);
        ScrollPane scroll = (ScrollPane) tab.getUserData();
        // The newest event is the last.
        play.heightProperty().addListener((o, was, is) -> scroll.setVvalue(1));
        return tab;
    }

    /** Only the tab that is seen is part of the window: what restyles that spares the others. */
    private void open(@Nullable Tab was, @Nullable Tab is) {
        if (was != null) {
            was.setContent(null);
        }
        if (is != null) {
            is.setContent((Node) is.getUserData());
        }
        touch();
    }

    private static Tab tab(String title, Node body) {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        Tab tab = new Tab(tr(title));
        tab.setUserData(scroll);
        tab.setId("tab-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        return tab;
    }

    /** Looks inside a run; null for none. */
    public void select(@Nullable WatchedRun chosen) {
        run = chosen;
        heading.setText(
                chosen == null
                        ? tr("Look inside")
                        : tr("{0}, seed {1}", chosen.experiment().name(), chosen.seed()));
        setCenter(chosen == null ? nothing : tabs);
        touch();
    }

    /** The run that is looked into; null for none. */
    public @Nullable WatchedRun run() {
        return run;
    }

    /** Type so many times larger than usual. */
    public void type(double times) {
        mechanism.type(times);
        followers.type(times);
        touch();
    }

    public void theme(Theme newTheme) {
        theme = newTheme;
        whatIf.theme(newTheme);
        touch();
    }

    /** Whether a commitment of the person's own was responded to. */
    public boolean responded() {
        return whatIf.responded();
    }

    /** Notes that the run has news. */
    public void touch() {
        stale = true;
    }

    /** Refreshes what is seen, at most five times a second. */
    public void pulse(long now) {
        WatchedRun present = run;
        if (!stale || present == null || getScene() == null || now - refreshedAt < LEAST_INTERVAL) {
            return;
        }
        stale = false;
        refreshedAt = now;
        Node seen = present.experiment().concealed() ? hidden : tabs;
        if (getCenter() != seen) {
            setCenter(seen);
        }
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> mechanism.show(present, theme);
            case 1 -> followers.show(present, theme);
            case 2 -> certificate.show(present);
            case 3 -> play.show(present);
            case 4 -> whatIf.show(present);
            case 5 -> seat.show(present);
            default -> steer.show(present);
        }
    }
}
