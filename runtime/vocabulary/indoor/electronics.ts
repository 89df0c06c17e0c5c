/** What has a plug or a battery: screens, computers, appliances. How a line is read: `../table.ts`. */
export const electronics = `
label             | one                  | several            | broader        | same                    | also                                    | front
tv                | a TV                 | TVs                | -              | television              | monitor, screen                         | one
television        | a television         | televisions        | -              | tv, tvmonitor           | -                                       | one
tvmonitor         | a television         | televisions        | -              | television              | -                                       | one
monitor           | a monitor            | monitors           | -              | computer monitor        | screen, display, tv                     | one
computer monitor  | a computer monitor   | computer monitors  | -              | monitor                 | -                                       | one
display           | a display            | displays           | -              | -                       | screen, tv                              | one
screen            | a screen             | screens            | -              | -                       | display, projector screen, room divider | one
projector screen  | a projector screen   | projector screens  | screen         | projection screen       | whiteboard                              | one
projection screen | a projection screen  | projection screens | screen         | projector screen        | -                                       | one
projector         | a projector          | projectors         | -              | -                       | -                                       | one
computer          | a computer           | computers          | -              | -                       | -                                       | one
desktop computer  | a desktop computer   | desktop computers  | computer       | -                       | computer tower                          | one
laptop            | a laptop             | laptops            | computer       | laptop computer         | notebook                                | one
laptop computer   | a laptop computer    | laptop computers   | computer       | laptop                  | -                                       | one
computer tower    | a computer tower     | computer towers    | -              | pc tower, computer case | computer                                | one
pc tower          | a PC tower           | PC towers          | -              | computer tower          | -                                       | one
computer case     | a computer case      | computer cases     | -              | computer tower          | -                                       | one
server rack       | a server rack        | server racks       | -              | -                       | rack, cabinet, server                   | one
server            | a server             | servers            | -              | -                       | computer                                | one
tablet            | a tablet             | tablets            | -              | tablet computer         | computer, screen                        | one
tablet computer   | a tablet computer    | tablet computers   | -              | tablet                  | -                                       | one
keyboard          | a keyboard           | keyboards          | -              | -                       | computer keyboard, electric piano       | one
computer keyboard | a computer keyboard  | computer keyboards | keyboard       | -                       | -                                       | one
mouse             | a mouse              | mice               | -              | -                       | computer mouse                          | one
computer mouse    | a computer mouse     | computer mice      | -              | -                       | -                                       | one
mouse pad         | a mouse pad          | mouse pads         | -              | mousepad                | mat                                     | none
mousepad          | a mouse pad          | mouse pads         | -              | mouse pad               | -                                       | none
hard drive        | a hard drive         | hard drives        | -              | -                       | box                                     | -
usb stick         | a USB stick          | USB sticks         | -              | flash drive             | -                                       | -
flash drive       | a flash drive        | flash drives       | -              | usb stick               | -                                       | -
webcam            | a webcam             | webcams            | camera         | -                       | -                                       | one
printer           | a printer            | printers           | -              | -                       | copier, scanner                         | one
copier            | a copier             | copiers            | -              | photocopier             | printer, scanner                        | one
photocopier       | a photocopier        | photocopiers       | -              | copier                  | -                                       | one
scanner           | a scanner            | scanners           | -              | -                       | -                                       | one
fax machine       | a fax machine        | fax machines       | -              | -                       | telephone, printer                      | one
paper shredder    | a paper shredder     | paper shredders    | -              | shredder                | trash can                               | -
shredder          | a shredder           | shredders          | -              | paper shredder          | -                                       | -
telephone         | a telephone          | telephones         | -              | phone                   | -                                       | one
phone             | a phone              | phones             | -              | telephone               | -                                       | one
cell phone        | a cell phone         | cell phones        | phone          | mobile phone            | -                                       | one
mobile phone      | a mobile phone       | mobile phones      | phone          | cell phone              | -                                       | one
smartphone        | a smartphone         | smartphones        | cell phone     | -                       | -                                       | one
remote            | a remote             | remotes            | -              | remote control          | -                                       | -
remote control    | a remote control     | remote controls    | -              | remote                  | game controller                         | -
game controller   | a game controller    | game controllers   | -              | -                       | joystick                                | -
joystick          | a joystick           | joysticks          | -              | -                       | -                                       | -
game console      | a game console       | game consoles      | -              | -                       | -                                       | one
speaker           | a speaker            | speakers           | -              | loudspeaker             | -                                       | one
loudspeaker       | a loudspeaker        | loudspeakers       | -              | speaker                 | -                                       | one
soundbar          | a soundbar           | soundbars          | -              | -                       | speaker                                 | one
amplifier         | an amplifier         | amplifiers         | -              | -                       | speaker, stereo                         | one
stereo            | a stereo             | stereos            | -              | -                       | radio, speaker                          | one
radio             | a radio              | radios             | -              | -                       | stereo, speaker                         | one
record player     | a record player      | record players     | -              | turntable               | stereo                                  | one
turntable         | a turntable          | turntables         | -              | record player           | -                                       | one
dvd player        | a DVD player         | DVD players        | -              | -                       | game console                            | one
set-top box       | a set-top box        | set-top boxes      | -              | -                       | router, dvd player                      | one
cd                | a CD                 | CDs                | -              | -                       | dvd                                     | -
dvd               | a DVD                | DVDs               | -              | -                       | cd                                      | -
headphones        | a pair of headphones | headphones         | -              | -                       | headset, earphones                      | -
earphones         | a pair of earphones  | earphones          | -              | earbuds                 | headphones                              | -
earbuds           | a pair of earbuds    | earbuds            | -              | earphones               | -                                       | -
headset           | a headset            | headsets           | -              | -                       | headphones                              | one
vr headset        | a VR headset         | VR headsets        | headset        | -                       | -                                       | one
microphone        | a microphone         | microphones        | -              | -                       | -                                       | one
camera            | a camera             | cameras            | -              | -                       | -                                       | one
video camera      | a video camera       | video cameras      | camera         | camcorder               | -                                       | one
camcorder         | a camcorder          | camcorders         | camera         | video camera            | -                                       | one
security camera   | a security camera    | security cameras   | camera         | -                       | -                                       | one
tripod            | a tripod             | tripods            | -              | -                       | stand                                   | none
drone             | a drone              | drones             | -              | -                       | toy                                     | -
robot             | a robot              | robots             | -              | -                       | toy                                     | one
router            | a router             | routers            | -              | -                       | modem, box                              | one
modem             | a modem              | modems             | -              | -                       | router, box                             | one
power strip       | a power strip        | power strips       | -              | -                       | extension cord, outlet                  | one
extension cord    | an extension cord    | extension cords    | -              | -                       | cable, power strip                      | none
charger           | a charger            | chargers           | -              | power adapter           | plug                                    | -
power adapter     | a power adapter      | power adapters     | -              | charger                 | -                                       | -
plug              | a plug               | plugs              | -              | -                       | socket                                  | -
cable             | a cable              | cables             | -              | -                       | cord, wire                              | none
cord              | a cord               | cords              | -              | -                       | cable, rope                             | none
wire              | a wire               | wires              | -              | -                       | cable, cord                             | none
battery           | a battery            | batteries          | -              | -                       | -                                       | none
calculator        | a calculator         | calculators        | -              | -                       | -                                       | one
typewriter        | a typewriter         | typewriters        | -              | -                       | -                                       | one
intercom          | an intercom          | intercoms          | -              | -                       | telephone, speaker                      | one
appliance         | an appliance         | appliances         | -              | -                       | -                                       | one
fan               | a fan                | fans               | -              | -                       | -                                       | one
ceiling fan       | a ceiling fan        | ceiling fans       | fan            | -                       | ceiling light                           | none
exhaust fan       | an exhaust fan       | exhaust fans       | fan            | -                       | vent                                    | one
air conditioner   | an air conditioner   | air conditioners   | appliance      | -                       | heater, vent                            | one
air purifier      | an air purifier      | air purifiers      | appliance      | -                       | humidifier, heater                      | one
humidifier        | a humidifier         | humidifiers        | appliance      | -                       | -                                       | -
dehumidifier      | a dehumidifier       | dehumidifiers      | appliance      | -                       | humidifier                              | one
vacuum cleaner    | a vacuum cleaner     | vacuum cleaners    | appliance      | vacuum                  | -                                       | one
vacuum            | a vacuum             | vacuums            | appliance      | vacuum cleaner          | -                                       | one
robot vacuum      | a robot vacuum       | robot vacuums      | vacuum cleaner | -                       | robot                                   | one
iron              | an iron              | irons              | appliance      | -                       | -                                       | -
ironing board     | an ironing board     | ironing boards     | -              | -                       | table                                   | several
sewing machine    | a sewing machine     | sewing machines    | appliance      | -                       | -                                       | one
hair dryer        | a hair dryer         | hair dryers        | appliance      | hairdryer               | -                                       | one
hairdryer         | a hair dryer         | hair dryers        | appliance      | hair dryer              | -                                       | one
washing machine   | a washing machine    | washing machines   | appliance      | washer                  | dryer                                   | one
washer            | a washer             | washers            | appliance      | washing machine         | -                                       | one
dryer             | a dryer              | dryers             | appliance      | clothes dryer           | hair dryer, hand dryer                  | one
clothes dryer     | a clothes dryer      | clothes dryers     | appliance      | dryer                   | -                                       | one
hand dryer        | a hand dryer         | hand dryers        | appliance      | -                       | -                                       | one
dishwasher        | a dishwasher         | dishwashers        | appliance      | -                       | washing machine, cabinet door           | one
cabinet door      | a cabinet door       | cabinet doors      | door           | -                       | cabinet                                 | one
water cooler      | a water cooler       | water coolers      | -              | water dispenser         | -                                       | one
water dispenser   | a water dispenser    | water dispensers   | -              | water cooler            | -                                       | one
vending machine   | a vending machine    | vending machines   | -              | -                       | refrigerator                            | one
exercise bike     | an exercise bike     | exercise bikes     | -              | stationary bike         | exercise machine, bicycle               | one
stationary bike   | a stationary bike    | stationary bikes   | -              | exercise bike           | -                                       | one
treadmill         | a treadmill          | treadmills         | -              | -                       | exercise machine                        | one
exercise machine  | an exercise machine  | exercise machines  | -              | -                       | -                                       | one
`;
