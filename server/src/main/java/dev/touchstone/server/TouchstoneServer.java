package dev.touchstone.server;

import dev.touchstone.server.foundation.database.Maintenance;
import dev.touchstone.server.foundation.database.OrdinaryAccount;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the platform. */
@SpringBootApplication
public class TouchstoneServer {

    public static void main(String[] arguments) {
        var maintenance = new Maintenance(System.getenv(), System.err, Clock.systemUTC());
        var done = maintenance.run(arguments);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        var application = new SpringApplication(TouchstoneServer.class);
        application.addListeners(OrdinaryAccount.asListener());
        application.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
