ls -la
cd /srv/mobile-bank
git pull
mysql -h 10.20.3.11 -u bank_app -p'Jinxiu%5013' mobile_bank
mysql -h 10.20.3.11 -u bank_app -p mobile_bank
mysqldump -ubackup -pLantern-3974 --single-transaction mobile_bank > /tmp/mb.sql
export PGPASSWORD=QuartzXinghu305
psql -h pg01.jianghai.example -U audit audit
psql postgresql://audit:min_Walnut91-@pg01.jianghai.example:5432/audit
psql "postgresql://audit@pg01.jianghai.example:5432/audit"
sshpass -p 'LanshanQinghe633' ssh deploy@10.20.4.18
sshpass -e ssh deploy@10.20.4.18
curl -u jenkins:RfrtDUw3rzzW https://ci.jianghai.example/job/mobile/build -X POST
curl -u "$CI_USER:$CI_PASSWORD" https://ci.jianghai.example/api/json
curl -H "Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIyODA4MjkiLCJuYW1lIjoib3BzIiwiaWF0IjoxNzY0MDAwMDAwLCJleHAiOjE3OTU1MzYwMDB9.eZ66wLqMXZdQISzJcArHU1YY-wRCT57Plm9cwAU78ME" https://api.jianghai.example/v1/accounts
curl -H "Authorization: Bearer $TOKEN" https://api.jianghai.example/v1/accounts
curl -H "X-Api-Key: wSRYEBFhXEjqCEnQEdRZTnvHehhLVBW7" https://risk.jianghai.example/score
redis-cli -h 10.20.3.21 -a hon.Meadow50. info
redis-cli -h 10.20.3.21 info
docker login -u pusher -p MingyueMeiyuan478 harbor.jianghai.example
docker login -u pusher --password-stdin harbor.jianghai.example < ~/.harbor
wget --user=ftpread --password=hua_Willow12_ ftp://ftp.partner.example/in.zip
git clone https://liwei:Jinxiu_5119@git.jianghai.example/pay/gateway.git
git clone git@git.jianghai.example:pay/gateway.git
git checkout b8dd277bdef11357f8a30d7761a1100ff311968b
sha256sum mobile-bank.jar
echo ba316ec56adcdffdea03b30b1ce5d5c8b574f8a1c7fecae6a0ae0348f92c1409 mobile-bank.jar | sha256sum -c
openssl pkcs12 -in gateway.p12 -nodes -passin pass:zxSd.QfzQ7-WSns -out gateway.pem
openssl pkcs12 -in gateway.p12 -passin env:P12_PASS -out gateway.pem
keytool -list -keystore trust.jks -storepass UnCe.AU6ig-WR2G
ldapsearch -x -H ldaps://ldap.jianghai.example -D "cn=reader,dc=jianghai,dc=example" -w pingan9694 "(uid=liwei)"
ldapsearch -x -H ldaps://ldap.jianghai.example -D "cn=reader,dc=jianghai,dc=example" -W "(uid=liwei)"
echo 'DonghaiDonghai337' | sudo -S systemctl restart nginx
mongosh "mongodb://root:xinghu11996@10.20.3.40:27017/admin"
smbclient //fs01/share -U 'JIANGHAI\liwei%jinxiu62702'
ansible-playbook site.yml -e "ansible_become_password=vZC5FZzJnft"
ansible-playbook site.yml --ask-become-pass
htpasswd -b /etc/nginx/.htpasswd ops jin.Ruyi65_
htpasswd /etc/nginx/.htpasswd ops
kubectl create secret generic db --from-literal=password=XinghuCopper92
kubectl create secret generic db --from-file=password=./db.txt
exit
