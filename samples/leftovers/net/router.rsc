# 2026-11-02 by RouterOS 7.20
/interface wireless security-profiles set default wpa2-pre-shared-key=EmberWalnut996
/ppp secret add name=branch0131 password=saf_Walnut51. service=l2tp
/user add name=ops group=full password="DonghaiRuyi662"
/user set admin password=""
/snmp community set [ find default=yes ] name=Lantern.9814
/ip ipsec identity add peer=hq secret="yQBdpPeghfYHcgxMLMFvgz9b"
/ip service set telnet disabled=yes
/interface wireguard peers add public-key="cmwY1EwsDXVL5CRIe/k5GuL9xvlhhA+kLfVnMxPfg/c=" allowed-address=10.99.0.2/32
