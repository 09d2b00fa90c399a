#!/bin/sh
set -eu
GITHUB_TOKEN=⟪github-classic#rel⟫ §github-classic|token
: "${GITHUB_TOKEN:?}" §twin|variable
RELEASE_TOKEN=⟪github-fine⟫ §github-fine|token
RELEASE_TOKEN=$(cat /run/secrets/release) §twin|read from a file
GITLAB_TOKEN=⟪gitlab-classic⟫ §gitlab-classic|token
GITLAB_TOKEN=${CI_JOB_TOKEN} §twin|variable
MIRROR_TOKEN=⟪gitlab-routable⟫ §gitlab-routable|token
MIRROR_TOKEN=${MIRROR_TOKEN:-} §twin|variable
export SONAR_TOKEN=⟪sonar⟫ §sonar|token
export SONAR_TOKEN §twin|variable
echo ⟪docker-hub⟫ | docker login -u jianghai --password-stdin §docker-hub|token piped to docker login
docker login -u jianghai --password-stdin < /run/secrets/hub §twin|read from a file
git clone https://x-access-token:⟪github-server⟫@github.com/jianghai-bank/mobile.git §github-server|token in the address
git clone https://github.com/jianghai-bank/mobile.git §twin|no token
curl -fsS -H "Authorization: token ⟪github-oauth⟫" https://api.github.com/user §github-oauth|token in a header
curl -fsS -H "Authorization: token $GITHUB_TOKEN" https://api.github.com/user §twin|variable
export VAULT_TOKEN=⟪vault⟫ §vault|token
export VAULT_TOKEN="$(vault print token)" §twin|taken at run time
export GRAFANA_TOKEN=⟪grafana⟫ §grafana|token
export GRAFANA_TOKEN=xxxxxxxxxxxxxxxx §twin|placeholder
export NEW_RELIC_API_KEY=⟪newrelic⟫ §newrelic|API key
export NEW_RELIC_API_KEY=${NEW_RELIC_API_KEY} §twin|variable
EXPECTED_SHA256=⟪hex64⟫ §S|digest of a file
git checkout ⟪hex40⟫ §S|commit id
