# ~/.bashrc
case $- in *i*) ;; *) return;; esac
HISTSIZE=5000
alias ll='ls -l'
export JAVA_HOME=/usr/lib/jvm/temurin-25
export PATH="$JAVA_HOME/bin:$PATH"
export DB_PASSWORD='rT64*TrkHA*Z6Eu'
export DB_PASSWORD_FILE=/run/secrets/db
export NEXUS_TOKEN=p0w4haqvh5888t94traxzt5l3ivbwykwvkme
export REDIS_URL="redis://:ChunfengSonglin407@10.20.3.21:6379/0"
export KAFKA_URL="kafka01.jianghai.example:9093"
export HTTP_PROXY=http://liwei:MingyueRuyi871@proxy.jianghai.example:8080
export NO_PROXY=localhost,127.0.0.1,.jianghai.example
export SECRET_KEY_BASE="$(cat ~/.secret_key_base)"
# export SONAR_TOKEN=<your token>
export SONAR_TOKEN=fa7d931b819769e1b53967deb1112984c48569fc
export GPG_KEY_ID=B6CC20BA2B7C4044
export PASSWORD_STORE_DIR=$HOME/.password-store
export SSH_AUTH_SOCK=/run/user/1000/keyring/ssh
export LESS='-R'
