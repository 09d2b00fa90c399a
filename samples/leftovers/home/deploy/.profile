umask 027
MYSQL_PWD=bdnm-2DvFG.MvTj; export MYSQL_PWD
SMTP_PASS="Saffron-3859"
export SMTP_PASS
export API_SECRET=${API_SECRET:-}
export API_SECRET_ARN=kv/data/mobile/api
export ORACLE_CONN="settle/zYmb-e4HCb-Z2hN@ora02:1521/SETTLE"
export LOGIN_TOKEN_TTL=3600
