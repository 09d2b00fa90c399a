package bank.jianghai.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class AccountPages {

    private final AccountQueries accounts;

    AccountPages(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @InitBinder("account")
    void fields(WebDataBinder binder) {
        binder.setAllowedFields("nickname", "notify");
    }

    @PostMapping("/accounts/settings")
    String settings(@ModelAttribute("account") Account account) {
        accounts.save(account);
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/close")
    @ResponseBody
    String close(@RequestParam long id, Principal customer) {
        return accounts.close(id, customer.getName()) ? "closed" : "unknown";
    }

    @PostMapping("/accounts/transfer")
    @ResponseBody
    String transfer(@RequestParam long from, @RequestParam String to, @RequestParam long cents) {
        return accounts.transfer(from, to, cents);
    }

    @GetMapping("/accounts/balance")
    @CrossOrigin(origins = "https://www.jianghai.example")
    @ResponseBody
    String balance(@RequestParam long id, Principal customer) {
        return accounts.balance(id, customer.getName());
    }

    @PostMapping("/accounts/limit")
    @PreAuthorize("hasRole('ADVISER')")
    @ResponseBody
    String limit(@RequestParam long id, @RequestParam long cents) {
        return accounts.limit(id, cents);
    }

    @GetMapping("/accounts/return")
    String back(@RequestParam String target) {
        return "redirect:/" + (target.equals("help") ? "help" : "accounts");
    }

    @GetMapping("/accounts/help")
    String help(@RequestParam String language) {
        return language.equals("en") ? "help/en/index" : "help/zh/index";
    }

    @GetMapping("/accounts/export")
    ResponseEntity<String> export(Principal customer) {
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Frame-Options", "DENY")
                .body(accounts.export(customer.getName()));
    }

    @PostMapping("/accounts/device")
    @ResponseBody
    String device(HttpServletResponse response, Principal customer) {
        var cookie =
                ResponseCookie.from("device", accounts.device(customer.getName()))
                        .httpOnly(true)
                        .secure(true)
                        .sameSite("Strict")
                        .build();
        response.addHeader("Set-Cookie", cookie.toString());
        response.setHeader("Content-Security-Policy", "default-src 'self'");
        return "known";
    }
}
