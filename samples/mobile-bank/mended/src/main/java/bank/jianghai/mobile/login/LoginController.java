package bank.jianghai.mobile.login;

import bank.jianghai.mobile.login.CredentialRepository.Credential;
import bank.jianghai.mobile.web.CurrentCustomer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Sign-in, sign-out and activation. */
@Controller
@RequestMapping("/login")
public class LoginController {

    private final LoginService logins;
    private final LoginCookies cookies;
    private final OneTimeCodes codes;

    public LoginController(LoginService logins, LoginCookies cookies, OneTimeCodes codes) {
        this.logins = logins;
        this.cookies = cookies;
        this.codes = codes;
    }

    @PostMapping("/activate")
    @ResponseBody
    public boolean activate(@RequestParam String username, @RequestParam String code,
                            @RequestParam String password) throws GeneralSecurityException {
        return logins.activate(username, code, password);
    }

    /** Signs in and goes on to the page that the customer came from. */
    @PostMapping
    public void signIn(@RequestParam String username, @RequestParam String password,
                       @RequestParam(defaultValue = "/accounts") String next,
                       HttpServletRequest request, HttpServletResponse response)
            throws GeneralSecurityException, IOException {
        Optional<Credential> customer = logins.check(username, password);
        if (customer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        CurrentCustomer.signIn(request, customer.get().customerId(), customer.get().staff());
        cookies.rememberDevice(response, codes.deviceToken());
        response.sendRedirect(page(next));
    }

    /** Signs out and goes to one of the pages that need no sign-in. */
    @PostMapping("/out")
    public void signOut(@RequestParam(defaultValue = "start") String next, HttpServletRequest request,
                        HttpServletResponse response) throws IOException {
        CurrentCustomer.signOut(request);
        String target = switch (next) {
            case "rates" -> "/public/rates";
            case "help" -> "/public/help";
            default -> "/login";
        };
        response.sendRedirect(target);
    }

    /** Continues in the language that the customer picked. */
    @GetMapping("/language")
    public String language(@RequestParam String back) {
        return "help".equals(back) ? "redirect:/public/help" : "redirect:/public/rates";
    }

    /** Continues in the colours that the customer picked. */
    @GetMapping("/colours")
    public String colours(@RequestParam String back) {
        return "help".equals(back) ? "redirect:/public/help" : "redirect:/public/rates";
    }

    /** Keeps the device's name for the list of devices. */
    @PostMapping("/device")
    @ResponseBody
    public void device(HttpServletRequest request, HttpSession session) {
        String name = request.getParameter("device");
        session.setAttribute("bank.device", kind(name));
    }

    /** Keeps the kind of device, from a fixed list. */
    @PostMapping("/device-kind")
    @ResponseBody
    public void deviceKind(HttpServletRequest request, HttpSession session) {
        String kind = kind(request.getParameter("kind"));
        session.setAttribute("bank.deviceKind", kind);
    }

    private static String kind(String text) {
        return "tablet".equals(text) ? "tablet" : "phone";
    }

    private static String page(String next) {
        return switch (next) {
            case "/transfers" -> "/transfers";
            case "/payees" -> "/payees";
            default -> "/accounts";
        };
    }
}
