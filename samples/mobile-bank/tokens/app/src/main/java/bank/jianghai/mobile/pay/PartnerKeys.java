package bank.jianghai.mobile.pay;

final class PartnerKeys {

    static final String TOKEN_HEADER = "X-Partner-Token"; §S|name of a header
    static final String PASSWORD_FIELD = "password"; §S|name of a field

    static final String MAP_API_KEY = "⟪google-api⟫"; §google-api|map service key
    static final String MAP_API_KEY = System.getenv("MAP_API_KEY"); §twin|variable
    static final String PARTNER_TOKEN = "⟪jwt⟫"; §jwt|token signed with a weak secret
    static final String PARTNER_TOKEN = System.getProperty("partner.token"); §twin|system property
    static final String RISK_SECRET = "⟪mixed32⟫"; §mixed32|shared secret
    static final String RISK_SECRET = new Vault().read("kv/bank/risk"); §twin|path in a vault
    static final String RELEASE = "⟪hex40⟫"; §S|commit id
    static final String SEED_CLASS = "bank.jianghai.mobile.pay.SecretKeySource"; §S|a class name

    private PartnerKeys() {}
}
