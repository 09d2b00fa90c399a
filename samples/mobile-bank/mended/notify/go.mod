module jianghai.example/notify

go 1.24

require (
	github.com/golang-jwt/jwt/v5 v5.3.0
	github.com/gin-gonic/gin v1.11.0
	golang.org/x/text v0.31.0
	github.com/google/uuid v1.6.0
)
