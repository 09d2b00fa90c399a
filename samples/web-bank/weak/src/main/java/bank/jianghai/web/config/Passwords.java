package bank.jianghai.web.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@Configuration
class Passwords {

    @Bean
    PasswordEncoder customers() {
        return NoOpPasswordEncoder.getInstance();
    }

    @Bean
    PasswordEncoder staff() {
        return new MessageDigestPasswordEncoder("MD5");
    }

    @Bean
    PasswordEncoder partners() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    PasswordEncoder machines() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetails support(Environment environment) {
        return User.withUsername("support")
                .password("{noop}support2026")
                .roles("SUPPORT")
                .build();
    }

    @Bean
    @SuppressWarnings("deprecation")
    UserDetails demo(Environment environment) {
        return User.withDefaultPasswordEncoder().username("demo").password("demo").roles("CUSTOMER").build();
    }
}
