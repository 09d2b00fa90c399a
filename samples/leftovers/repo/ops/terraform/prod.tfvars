region         = "cn-hangzhou"
db_password    = "JRjrFpSFGJhxkX"
mq_password    = ""
ecs_password   = "bamboo16131"
kms_key_id     = "d3253c6c-7d2f-4719-bfc0-32795c693c85"
key_pair_name  = "ops-2026"
# db_password  = "..."
redis_auth = { user = "app", password = "qin-Qinghe18%" }
