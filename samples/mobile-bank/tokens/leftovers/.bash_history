export AWS_SECRET_ACCESS_KEY=⟪aws-secret⟫ §aws-secret|secret key
export AWS_PROFILE=archive §twin|name of a profile
curl -X POST ⟪slack-webhook⟫ -d '{"text":"done"}' §slack-webhook|address that anyone may post to
curl -X POST "$SLACK_WEBHOOK" -d '{"text":"done"}' §twin|variable
curl -X POST '⟪dingtalk-hook⟫' -d '{}' §dingtalk-hook|token in the address
curl -X POST "$DINGTALK_WEBHOOK" -d '{}' §twin|variable
curl -u ⟪stripe-secret⟫: https://api.stripe.com/v1/charges §stripe-secret|secret key
curl -u "$STRIPE_KEY:" https://api.stripe.com/v1/charges §twin|variable
git log ⟪hex40⟫ §S|commit id
