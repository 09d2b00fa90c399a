package bank.jianghai.web.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Account {

    @Id private long id;
    private String owner;
    private String nickname;
    private long limitCents;
    private boolean notify;

    public long getId() {
        return id;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getNickname() {
        return nickname;
    }

    public void setNickname(String nickname) {
        this.nickname = nickname;
    }

    public long getLimitCents() {
        return limitCents;
    }

    public void setLimitCents(long limitCents) {
        this.limitCents = limitCents;
    }

    public boolean isNotify() {
        return notify;
    }

    public void setNotify(boolean notify) {
        this.notify = notify;
    }
}
