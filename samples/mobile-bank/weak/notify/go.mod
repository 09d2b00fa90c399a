module jianghai.example/notify

go 1.24

require (
	github.com/dgrijalva/jwt-go v3.2.0+incompatible
	github.com/gin-gonic/gin v1.6.0
	golang.org/x/text v0.3.0
	github.com/google/uuid v1.6.0
)
