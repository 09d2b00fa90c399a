$Password = ConvertTo-SecureString "falcon98998" -AsPlainText -Force
$Cred = Get-Credential -UserName deploy -Message "Password"
$Token = $env:DEPLOY_TOKEN
net use Z: \\fs01\release /user:JIANGHAI\deploy Baiyun.3918
cmdkey /add:10.20.6.31 /user:JIANGHAI\deploy /pass:jinxiu41832
Invoke-RestMethod -Headers @{ "X-Api-Key" = "M72j7qETUTPjUGzSzzXknNWwQJdD4m9i" } https://risk.jianghai.example
