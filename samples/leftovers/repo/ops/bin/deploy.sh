#!/bin/bash
set -euo pipefail
PASS='ruyi55211'
HOST=10.20.4.18
read -rsp "Password: " INPUT_PASSWORD
TOKEN=$(curl -s https://sso.jianghai.example/token -d client_secret=kYhhPwbsQcWiTGdXjvtLQpm3gZqxHtaJsUgK | jq -r .access_token)
curl -H "Authorization: Basic Y2k6QzdlR0xpeDhybjI=" https://nexus.jianghai.example/
expect -c "spawn ssh deploy@$HOST; expect password:; send \"$PASS\r\"; interact"
mysql --defaults-extra-file=/etc/mysql/backup.cnf -e 'show processlist'
mysql --user=root --password='Lantern@8896' -e 'show processlist'
for key in "${!secrets[@]}"; do echo "$key"; done
EXPECTED_SHA=e8b7bcae409947d1281c3d61dc65cbf684d2f4a34d4f3cb193b33dd06de995ed
