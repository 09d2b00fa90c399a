package bank.jianghai.mobile.customer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** Small HTML pages for the branch tablets, which have no room for the full app. */
@Controller
@RequestMapping("/customers")
public class CustomerSearchController {

    private final CustomerRepository customers;

    public CustomerSearchController(CustomerRepository customers) {
        this.customers = customers;
    }

    @GetMapping("/by-name")
    public void byName(@RequestParam String q, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        PrintWriter page = response.getWriter();
        page.write("<h1>Results for " + HtmlUtils.htmlEscape(q) + "</h1>");
        list(page, customers.searchByName(q.toLowerCase(Locale.ROOT)));
    }

    @GetMapping("/by-city")
    public void byCity(@RequestParam String q, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        PrintWriter page = response.getWriter();
        page.write("<h1>Results for " + HtmlUtils.htmlEscape(q) + "</h1>");
        list(page, customers.searchByCity(q.toLowerCase(Locale.ROOT)));
    }

    private static void list(PrintWriter page, List<Customer> found) {
        page.write("<ul>");
        for (Customer customer : found) {
            page.write("<li>" + HtmlUtils.htmlEscape(customer.fullName()) + "</li>");
        }
        page.write("</ul>");
    }
}
