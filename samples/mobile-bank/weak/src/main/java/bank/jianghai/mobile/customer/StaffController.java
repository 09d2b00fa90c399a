package bank.jianghai.mobile.customer;

import javax.naming.NamingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a customer check that a caller really works for the bank. */
@RestController
@RequestMapping("/staff")
public class StaffController {

    private final StaffDirectory directory;

    public StaffController(StaffDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/adviser")
    public boolean adviser(@RequestParam String name) throws NamingException {
        return directory.hasAdviser(name);
    }

    @GetMapping("/branch")
    public boolean branch(@RequestParam String name) throws NamingException {
        return directory.hasBranch(name);
    }
}
