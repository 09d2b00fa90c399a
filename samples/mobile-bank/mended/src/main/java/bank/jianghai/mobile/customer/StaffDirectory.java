package bank.jianghai.mobile.customer;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks up advisers and branches in the bank's directory. */
@Component
public class StaffDirectory {

    private static final String BASE = "ou=staff,o=jianghai";

    private final String url;

    public StaffDirectory(@Value("${bank.directory-url}") String url) {
        this.url = url;
    }

    /** Whether an adviser of this name works for the bank. */
    public boolean hasAdviser(String name) throws NamingException {
        DirContext directory = connect();
        try {
            SearchControls controls = new SearchControls();
            controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
            NamingEnumeration<SearchResult> found =
                    directory.search(BASE, "(&(objectClass=person)(cn={0}))", new Object[] {name}, controls);
            return found.hasMore();
        } finally {
            directory.close();
        }
    }

    /** Whether a branch of this name exists. */
    public boolean hasBranch(String name) throws NamingException {
        DirContext directory = connect();
        try {
            SearchControls controls = new SearchControls();
            controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
            Object[] values = {name};
            NamingEnumeration<SearchResult> found = directory.search(BASE, "(&(objectClass=branch)(cn={0}))", values, controls);
            return found.hasMore();
        } finally {
            directory.close();
        }
    }

    private DirContext connect() throws NamingException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, url);
        return new InitialDirContext(environment);
    }
}
