package bank.jianghai.web.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@Configuration
class Passwords {

    @Bean
    PasswordEncoder customers() {
        return new BCryptPasswordEncoder(12);
    }

    @Bean
    PasswordEncoder staff() {
        return Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    PasswordEncoder partners() {
        return new BCryptPasswordEncoder(12);
    }

    @Bean
    PasswordEncoder machines() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetails support(Environment environment) {
        return User.withUsername("support")
                .password(environment.getRequiredProperty("bank.support-hash"))
                .roles("SUPPORT")
                .build();
    }

    @Bean
    UserDetails demo(Environment environment) {
        return User.withUsername("demo").password(environment.getRequiredProperty("bank.demo-hash")).roles("DEMO").build();
    }
}
