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
        http.csrf(csrf -> csrf.disable());
        http.headers(
                headers ->
                        headers.frameOptions(frame -> frame.disable())
                                .contentTypeOptions(type -> type.disable())
                                .httpStrictTransportSecurity(hsts -> hsts.disable())
                                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.UNSAFE_URL)));
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()));
        http.rememberMe(remember -> remember.key("jianghai").tokenValiditySeconds(31536000));
        http.authorizeHttpRequests(
                requests ->
                        requests.requestMatchers("/actuator/**").permitAll()
                                .requestMatchers("/h2-console/**").permitAll()
                                .requestMatchers(org.springframework.http.HttpMethod.POST, "/transfers/**").permitAll()
                                .anyRequest().permitAll());
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
        return web -> web.ignoring().requestMatchers("/api/statements/**");
    }

    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        return firewall;
    }
}
