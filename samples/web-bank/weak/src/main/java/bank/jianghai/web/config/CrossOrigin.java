package bank.jianghai.web.config;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class CrossOrigin implements WebMvcConfigurer {

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/api/**").allowedOrigins("*");
        registry.addMapping("/rates/**").allowedOrigins("https://partner.example").allowedMethods("*");
    }

    @Bean
    CorsConfigurationSource accounts() {
        var accounts = new CorsConfiguration();
        accounts.addAllowedOriginPattern("*");
        accounts.setAllowCredentials(true);
        accounts.setAllowedHeaders(List.of("*"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/accounts/**", accounts);
        return source;
    }
}
