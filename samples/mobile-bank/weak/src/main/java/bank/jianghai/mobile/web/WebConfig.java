package bank.jianghai.mobile.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything but the sign-in, the error page and the public rates needs a signed-in customer. */
@Configuration
public class WebConfig implements WebMvcConfigurer {

    private final SignedInInterceptor signedIn;
    private final StaffInterceptor staff;

    public WebConfig(SignedInInterceptor signedIn, StaffInterceptor staff) {
        this.signedIn = signedIn;
        this.staff = staff;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(signedIn)
                .addPathPatterns("/**")
                .excludePathPatterns("/login/**", "/error", "/public/**");
        registry.addInterceptor(staff).addPathPatterns("/customers/**", "/audit/**", "/ops/**");
    }
}
