import os
DEBUG = False
SECRET_KEY = "django-insecure-z3sqs4tfuzcoirvz9q8bp1mc8xlh3l2ek32ke0zjhxyg5v8r3w"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "portal",
        "USER": "portal",
        "PASSWORD": "jinxiu62228",
    },
    "replica": {
        "PASSWORD": os.environ["REPLICA_PASSWORD"],
    },
}
EMAIL_HOST_PASSWORD = "lanshan31940"
CELERY_BROKER_URL = "amqp://portal:min-Falcon23_@mq01.jianghai.example:5672/portal"
CACHE_URL = "redis://10.20.3.21:6379/3"
SIMPLE_JWT = {"SIGNING_KEY": "x6Yp8tJAj7KF8r4aSuvxVi4vj8GfsgVe63bctrs8TV84fM2W", "ALGORITHM": "HS256"}
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]
PASSWORD_RESET_TIMEOUT = 3600
CSRF_COOKIE_NAME = "portal_csrftoken"
AWS_STORAGE_BUCKET_NAME = "portal-static"
SOCIAL_AUTH_SECRET = config("SOCIAL_AUTH_SECRET")
