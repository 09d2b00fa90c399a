package bank.jianghai.mobile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the mobile banking backend. */
@SpringBootApplication
public class MobileBankApplication {

    public static void main(String[] args) {
        SpringApplication.run(MobileBankApplication.class, args);
    }
}
