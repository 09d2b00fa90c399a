#!/bin/sh
JAVA_OPTS="-Xmx2g -Djavax.net.ssl.keyStore=/etc/pki/api.p12"
JAVA_OPTS="$JAVA_OPTS -Djavax.net.ssl.keyStorePassword=CopperGranite114"
JAVA_OPTS="$JAVA_OPTS -Dspring.datasource.password=$DB_PASSWORD"
[ -n "$DB_PASSWORD" ] || { echo "DB_PASSWORD is not set" >&2; exit 1; }
exec java $JAVA_OPTS -jar app.jar --ldap.bind.password='UMtzNaYG4yZ'
