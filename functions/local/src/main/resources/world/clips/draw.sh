#!/bin/sh
# Draws the sample clips: six moving pictures, each a formula over place (X, Y) and time (T). Needs ffmpeg with
# libvpx; nothing of the system does.
set -e
draw() {
  ffmpeg -hide_banner -loglevel error -y \
    -f lavfi -i "nullsrc=s=320x180:r=20:d=6,geq=r='$2':g='$3':b='$4'" \
    -vf "scale=480:270:flags=bicubic,vignette=PI/5" \
    -c:v libvpx-vp9 -pix_fmt yuv420p -crf 42 -b:v 110k -g 60 -deadline good -cpu-used 2 -an "$1.webm"
}
# Slow violet hills.
draw drama \
  '90+50*sin(X/60+T*1.05)+30*sin(Y/45-T*0.5)' '40+25*sin(X/80-T*1.05)' '110+60*sin(Y/50+X/120+T*1.05)'
# Red bars that race past.
draw action \
  '150+105*gt(sin((X+Y*0.6)/14-T*8.4),0.4)' '40+60*gt(sin((X+Y*0.6)/14-T*8.4),0.75)' '35+20*sin(Y/30)'
# Yellow balls that bounce.
draw comedy \
  '90+160*lt(hypot(X-80,Y-130+90*abs(sin(T*2.09))),34)+150*lt(hypot(X-230,Y-120+70*abs(sin(T*2.09+1.2))),28)' \
  '120+95*lt(hypot(X-80,Y-130+90*abs(sin(T*2.09))),34)+20*lt(hypot(X-230,Y-120+70*abs(sin(T*2.09+1.2))),28)' \
  '150-90*lt(hypot(X-80,Y-130+90*abs(sin(T*2.09))),34)'
# A rose light that beats.
draw romance \
  '60+190*exp(-hypot(X-160,Y-90)/(45+18*sin(T*4.19)))' '25+90*exp(-hypot(X-160,Y-90)/(30+12*sin(T*4.19)))' \
  '60+110*exp(-hypot(X-160,Y-90)/(60+18*sin(T*4.19)))'
# A torch that searches the dark.
draw thriller \
  '8+150*exp(-hypot(X-160-130*sin(T*1.05),Y-90-40*sin(T*2.09))/38)' \
  '12+170*exp(-hypot(X-160-130*sin(T*1.05),Y-90-40*sin(T*2.09))/40)' \
  '28+190*exp(-hypot(X-160-130*sin(T*1.05),Y-90-40*sin(T*2.09))/44)'
# Rings of a flight through space.
draw fantasy \
  '20+90*pow(0.5+0.5*sin(900/(hypot(X-160,Y-90)+14)+T*4.19),6)' \
  '40+170*pow(0.5+0.5*sin(900/(hypot(X-160,Y-90)+14)+T*4.19),4)' \
  '80+150*pow(0.5+0.5*sin(900/(hypot(X-160,Y-90)+14)+T*4.19+0.6),3)'
