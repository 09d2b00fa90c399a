package bank.jianghai.web.customer;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import bank.jianghai.web.account.Account;

interface CustomerNotes extends Repository<Account, Long> {

    @Query(value = "select * from account a where a.nickname = :#{#name}", nativeQuery = true)
    List<Account> named(@Param("name") String name);

    @Query("select a from Account a where a.owner = ?1")
    List<Account> owned(String owner);
}
