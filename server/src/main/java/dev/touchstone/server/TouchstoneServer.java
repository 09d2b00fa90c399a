package dev.touchstone.server;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the platform. */
@SpringBootApplication
public class TouchstoneServer {

    public static void main(String[] arguments) {
        SpringApplication.run(TouchstoneServer.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
