package bank.jianghai.mobile.ops;

import bank.jianghai.mobile.web.NotFoundException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts reports by name. */
@RestController
@RequestMapping("/ops/reports")
public class ReportController {

    private static final Map<String, Supplier<Report>> REPORTS =
            Map.of("memory", MemoryReport::new, "threads", ThreadReport::new);

    @PostMapping("/by-class")
    public String byClass(@RequestParam String type) throws ReflectiveOperationException {
        Class<?> found = Class.forName(type);
        return ((Report) found.getDeclaredConstructor().newInstance()).run();
    }

    @PostMapping("/by-name")
    public String byName(@RequestParam String name) {
        Supplier<Report> found = REPORTS.get(name);
        if (found == null) {
            throw new NotFoundException("no such report");
        }
        return found.get().run();
    }
}
