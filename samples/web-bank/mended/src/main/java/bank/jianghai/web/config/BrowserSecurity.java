package bank.jianghai.web.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration
class BrowserSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.csrf(Customizer.withDefaults());
        http.headers(
                headers ->
                        headers.frameOptions(frame -> frame.deny())
                                .contentTypeOptions(Customizer.withDefaults())
                                .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(31536000))
                                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
        http.rememberMe(AbstractHttpConfigurer::disable);
        http.authorizeHttpRequests(
                requests ->
                        requests.requestMatchers("/actuator/**").hasRole("OPERATOR")
                                .requestMatchers("/login", "/css/**").permitAll()
                                .requestMatchers(org.springframework.http.HttpMethod.POST, "/transfers/**").hasRole("CUSTOMER")
                                .anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        http.securityMatcher("/api/machines/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.authorizeHttpRequests(
                requests ->
                        requests.requestMatchers("/api/machines/version").permitAll()
                                .anyRequest().authenticated());
        return http.build();
    }

    @Bean
    WebSecurityCustomizer outside() {
        return web -> web.ignoring().requestMatchers("/css/**", "/images/**");
    }

    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(java.util.List.of("GET", "POST", "HEAD"));
        firewall.setAllowUrlEncodedDoubleSlash(false);
        return firewall;
    }
}
