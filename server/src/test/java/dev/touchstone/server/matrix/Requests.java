package dev.touchstone.server.matrix;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.SessionCookie;
import dev.touchstone.server.scene.Browser;
import dev.touchstone.server.scene.Scene;
import java.time.Clock;

/** Sends requests in the name of a person, each in a session that was just opened. */
final class Requests {

    private final int port;
    private final Scene scene;
    private final Clock clock;

    Requests(int port, Scene scene, Clock clock) {
        this.port = port;
        this.scene = scene;
        this.clock = clock;
    }

    Browser.Answer as(Caller caller, String verb, Probe.Ask ask) {
        String secret = scene.session(caller, clock.instant());
        return Browser.on(port)
                .with("Cookie", SessionCookie.NAME + "=" + secret)
                .with(SessionCookie.CSRF_HEADER, SessionCookie.csrfToken(secret))
                .send(verb, ask.path(), ask.body(), ask.type());
    }
}
