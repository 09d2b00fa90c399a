#!/bin/sh
DINGTALK_WEBHOOK="⟪dingtalk-hook⟫" §dingtalk-hook|token in the address
DINGTALK_WEBHOOK="https://oapi.dingtalk.com/robot/send?access_token=${DINGTALK_TOKEN}" §twin|variable
DINGTALK_SECRET=⟪dingtalk-sign⟫ §dingtalk-sign|signing secret
DINGTALK_SECRET=${DINGTALK_SECRET} §twin|variable
FEISHU_WEBHOOK=⟪feishu-hook⟫ §feishu-hook|address that anyone may post to
FEISHU_WEBHOOK=https://open.feishu.cn/open-apis/bot/v2/hook/${FEISHU_ID} §twin|variable
WECOM_WEBHOOK=⟪wecom-hook⟫ §wecom-hook|key in the address
WECOM_WEBHOOK=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=$WECOM_KEY §twin|variable
SLACK_WEBHOOK=⟪slack-webhook⟫ §slack-webhook|address that anyone may post to
SLACK_WEBHOOK=https://hooks.slack.com/services/T000/B000/XXXX §twin|placeholder
SLACK_TOKEN=⟪slack-bot⟫ §slack-bot|token
SLACK_TOKEN=$(pass show slack/bot) §twin|read from a password store
TELEGRAM_TOKEN=⟪telegram⟫ §telegram|token
TELEGRAM_TOKEN=<bot token> §twin|placeholder
TRACE_ID=⟪uuid⟫ §S|id
