module example.com/legacy

go 1.20

require github.com/google/uuid v1.3.0
