package bank.jianghai.web.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Repository;

@Repository
class AccountQueries {

    private static final String TABLE = "Account";

    private final EntityManager entities;

    AccountQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<Account> named(String nickname) {
        return entities
                .createQuery("select a from Account a where a.nickname = :nickname", Account.class)
                .setParameter("nickname", nickname)
                .getResultList();
    }

    List<?> report(String branch) {
        var sql = "select * from account where branch = ?1";
        return entities.createNativeQuery(sql).setParameter(1, branch).getResultList();
    }

    List<Account> sorted(String owner, String column) {
        var text = new StringBuilder("select a from Account a where a.owner = :owner");
        text.append(column.equals("id") ? " order by a.id" : " order by a.nickname");
        return entities.createQuery(text.toString(), Account.class).setParameter("owner", owner).getResultList();
    }

    List<Account> all() {
        return entities.createQuery("select a from " + TABLE + " a", Account.class).getResultList();
    }

    Sort order(String column) {
        return Sort.by(column.equals("id") ? "id" : "nickname");
    }

    Sort byName() {
        return Sort.by("nickname");
    }

    void save(Account account) {
        entities.merge(account);
    }

    boolean close(long id, String owner) {
        return entities
                        .createQuery("delete from Account a where a.id = :id and a.owner = :owner")
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                == 1;
    }

    String transfer(long from, String to, long cents) {
        return from + " " + to.length() + " " + cents;
    }

    String balance(long id, String owner) {
        return id + owner.substring(0, 1);
    }

    String limit(long id, long cents) {
        return id + " " + cents;
    }

    String export(String owner) {
        return Integer.toString(owner.length());
    }

    String device(String owner) {
        return Integer.toHexString(owner.hashCode());
    }
}
