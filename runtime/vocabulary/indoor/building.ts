/** Parts of a building, what hangs on walls and lies on floors, and lights. How a line is read: `../table.ts`. */
export const building = `
label             | one                 | several            | broader | same                 | also                                | front
wall              | a wall              | walls              | -       | -                    | -                                   | one
floor             | a floor             | floors             | -       | -                    | -                                   | none
ceiling           | a ceiling           | ceilings           | -       | -                    | -                                   | none
door              | a door              | doors              | -       | -                    | doorway                             | several
glass door        | a glass door        | glass doors        | door    | -                    | window                              | several
sliding door      | a sliding door      | sliding doors      | door    | -                    | -                                   | several
closet door       | a closet door       | closet doors       | door    | -                    | -                                   | one
shower door       | a shower door       | shower doors       | door    | -                    | shower screen                       | several
doorway           | a doorway           | doorways           | -       | -                    | door frame                          | several
doorframe         | a door frame        | door frames        | -       | door frame           | -                                   | several
door frame        | a door frame        | door frames        | -       | doorframe            | door                                | several
door handle       | a door handle       | door handles       | -       | -                    | doorknob, handle                    | -
doorknob          | a doorknob          | doorknobs          | -       | door knob            | -                                   | -
door knob         | a doorknob          | doorknobs          | -       | doorknob             | -                                   | -
handle            | a handle            | handles            | -       | -                    | -                                   | -
window            | a window            | windows            | -       | -                    | -                                   | several
skylight          | a skylight          | skylights          | window  | -                    | light                               | none
windowsill        | a windowsill        | windowsills        | -       | window sill          | shelf                               | one
window sill       | a windowsill        | windowsills        | -       | windowsill           | -                                   | one
window frame      | a window frame      | window frames      | -       | -                    | window                              | several
stairs            | some stairs         | stairs             | -       | -                    | staircase, steps                    | one
steps             | some steps          | steps              | -       | -                    | step                                | one
step              | a step              | steps              | -       | -                    | stairs                              | one
staircase         | a staircase         | staircases         | -       | stairway             | -                                   | one
stairway          | a stairway          | stairways          | -       | staircase            | -                                   | one
ladder            | a ladder            | ladders            | -       | -                    | -                                   | several
railing           | a railing           | railings           | -       | -                    | handrail, banister, rail            | several
handrail          | a handrail          | handrails          | -       | -                    | rail, banister                      | several
banister          | a banister          | banisters          | -       | -                    | -                                   | several
rail              | a rail              | rails              | -       | -                    | -                                   | -
pillar            | a pillar            | pillars            | -       | -                    | column                              | none
column            | a column            | columns            | -       | -                    | -                                   | none
beam              | a beam              | beams              | -       | -                    | -                                   | none
pipe              | a pipe              | pipes              | -       | -                    | -                                   | none
duct              | a duct              | ducts              | -       | -                    | pipe, vent                          | none
vent              | a vent              | vents              | -       | air vent             | -                                   | one
air vent          | an air vent         | air vents          | -       | vent                 | -                                   | one
radiator          | a radiator          | radiators          | -       | -                    | heater                              | one
heater            | a heater            | heaters            | -       | -                    | -                                   | one
space heater      | a space heater      | space heaters      | heater  | -                    | -                                   | one
water heater      | a water heater      | water heaters      | -       | -                    | boiler, heater                      | one
boiler            | a boiler            | boilers            | -       | -                    | heater                              | one
thermostat        | a thermostat        | thermostats        | -       | -                    | -                                   | one
fireplace         | a fireplace         | fireplaces         | -       | -                    | stove                               | one
mantel            | a mantel            | mantels            | -       | mantelpiece          | shelf, fireplace                    | one
mantelpiece       | a mantelpiece       | mantelpieces       | -       | mantel               | -                                   | one
outlet            | an outlet           | outlets            | -       | power outlet         | switch                              | one
power outlet      | a power outlet      | power outlets      | -       | outlet, power socket | -                                   | one
power socket      | a power socket      | power sockets      | -       | power outlet         | -                                   | one
socket            | a socket            | sockets            | -       | -                    | outlet                              | one
switch            | a switch            | switches           | -       | -                    | -                                   | one
light switch      | a light switch      | light switches     | switch  | -                    | outlet                              | one
fuse box          | a fuse box          | fuse boxes         | -       | electrical panel     | box                                 | one
electrical panel  | an electrical panel | electrical panels  | -       | fuse box             | -                                   | one
fire extinguisher | a fire extinguisher | fire extinguishers | -       | -                    | -                                   | -
fire alarm        | a fire alarm        | fire alarms        | -       | -                    | smoke detector, alarm               | one
alarm             | an alarm            | alarms             | -       | -                    | -                                   | one
smoke detector    | a smoke detector    | smoke detectors    | -       | smoke alarm          | alarm                               | none
smoke alarm       | a smoke alarm       | smoke alarms       | -       | smoke detector       | -                                   | none
sprinkler         | a sprinkler         | sprinklers         | -       | -                    | -                                   | none
elevator          | an elevator         | elevators          | -       | lift                 | door                                | one
lift              | a lift              | lifts              | -       | elevator             | -                                   | one
escalator         | an escalator        | escalators         | -       | -                    | stairs                              | several
board             | a board             | boards             | -       | -                    | -                                   | one
whiteboard        | a whiteboard        | whiteboards        | board   | white board          | screen                              | one
white board       | a whiteboard        | whiteboards        | board   | whiteboard           | -                                   | one
blackboard        | a blackboard        | blackboards        | board   | chalkboard           | -                                   | one
chalkboard        | a chalkboard        | chalkboards        | board   | blackboard           | -                                   | one
bulletin board    | a bulletin board    | bulletin boards    | board   | notice board         | -                                   | one
notice board      | a notice board      | notice boards      | board   | bulletin board       | -                                   | one
sign              | a sign              | signs              | -       | -                    | -                                   | one
exit sign         | an exit sign        | exit signs         | sign    | -                    | light                               | one
baseboard         | a baseboard         | baseboards         | -       | -                    | -                                   | one
tile              | a tile              | tiles              | -       | -                    | -                                   | one
shutter           | a shutter           | shutters           | -       | -                    | blinds, window                      | one
blinds            | some blinds         | blinds             | -       | -                    | curtain, window shade               | one
window shade      | a window shade      | window shades      | -       | -                    | curtain                             | one
curtain           | a curtain           | curtains           | -       | -                    | drapes                              | several
curtains          | some curtains       | curtains           | -       | -                    | curtain                             | several
drapes            | some drapes         | drapes             | -       | -                    | curtains                            | several
shower curtain    | a shower curtain    | shower curtains    | curtain | -                    | -                                   | several
curtain rod       | a curtain rod       | curtain rods       | -       | curtain rail         | rail, bar                           | none
curtain rail      | a curtain rail      | curtain rails      | -       | curtain rod          | -                                   | none
carpet            | a carpet            | carpets            | -       | -                    | rug, mat                            | none
rug               | a rug               | rugs               | -       | -                    | carpet, mat                         | none
mat               | a mat               | mats               | -       | -                    | rug, carpet                         | none
doormat           | a doormat           | doormats           | mat     | -                    | -                                   | none
bath mat          | a bath mat          | bath mats          | mat     | -                    | rug                                 | none
yoga mat          | a yoga mat          | yoga mats          | mat     | -                    | -                                   | none
mirror            | a mirror            | mirrors            | -       | -                    | -                                   | one
picture           | a picture           | pictures           | -       | -                    | painting, poster, photograph, frame | one
painting          | a painting          | paintings          | -       | -                    | picture, poster                     | one
poster            | a poster            | posters            | -       | -                    | picture, painting, sign             | one
photograph        | a photograph        | photographs        | -       | photo                | picture                             | one
photo             | a photo             | photos             | -       | photograph           | -                                   | one
picture frame     | a picture frame     | picture frames     | frame   | -                    | picture, photo frame                | one
photo frame       | a photo frame       | photo frames       | frame   | -                    | picture frame, photograph           | one
frame             | a frame             | frames             | -       | -                    | -                                   | one
drawing           | a drawing           | drawings           | -       | -                    | picture, painting                   | one
artwork           | some artwork        | -                  | -       | -                    | picture, painting, sculpture        | one
map               | a map               | maps               | -       | -                    | poster, picture                     | one
calendar          | a calendar          | calendars          | -       | -                    | poster                              | one
tapestry          | a tapestry          | tapestries         | -       | -                    | carpet, picture                     | one
banner            | a banner            | banners            | -       | -                    | flag, poster, sign                  | one
flag              | a flag              | flags              | -       | -                    | -                                   | several
clock             | a clock             | clocks             | -       | -                    | -                                   | one
wall clock        | a wall clock        | wall clocks        | clock   | -                    | -                                   | one
alarm clock       | an alarm clock      | alarm clocks       | clock   | -                    | radio                               | one
grandfather clock | a grandfather clock | grandfather clocks | clock   | -                    | -                                   | one
lamp              | a lamp              | lamps              | -       | -                    | light                               | none
floor lamp        | a floor lamp        | floor lamps        | lamp    | -                    | -                                   | none
table lamp        | a table lamp        | table lamps        | lamp    | -                    | desk lamp, bedside lamp             | none
desk lamp         | a desk lamp         | desk lamps         | lamp    | -                    | -                                   | -
bedside lamp      | a bedside lamp      | bedside lamps      | lamp    | -                    | -                                   | none
wall lamp         | a wall lamp         | wall lamps         | lamp    | -                    | sconce                              | one
ceiling lamp      | a ceiling lamp      | ceiling lamps      | lamp    | ceiling light        | -                                   | none
ceiling light     | a ceiling light     | ceiling lights     | light   | ceiling lamp         | -                                   | none
pendant light     | a pendant light     | pendant lights     | light   | -                    | ceiling light, lamp, chandelier     | none
chandelier        | a chandelier        | chandeliers        | light   | -                    | ceiling light                       | none
sconce            | a sconce            | sconces            | light   | -                    | -                                   | one
light             | a light             | lights             | -       | -                    | lamp                                | none
spotlight         | a spotlight         | spotlights         | light   | -                    | -                                   | one
night light       | a night light       | night lights       | light   | nightlight           | -                                   | -
nightlight        | a night light       | night lights       | light   | night light          | -                                   | -
light bulb        | a light bulb        | light bulbs        | -       | -                    | light, lamp                         | none
string lights     | some string lights  | string lights      | -       | fairy lights         | light                               | none
fairy lights      | some fairy lights   | fairy lights       | -       | string lights        | -                                   | none
lampshade         | a lampshade         | lampshades         | -       | lamp shade           | lamp                                | none
lamp shade        | a lampshade         | lampshades         | -       | lampshade            | -                                   | none
lantern           | a lantern           | lanterns           | -       | -                    | lamp, light                         | none
flashlight        | a flashlight        | flashlights        | -       | torch                | lamp, light                         | one
torch             | a torch             | torches            | -       | flashlight           | -                                   | one
candle            | a candle            | candles            | -       | -                    | light                               | none
candle holder     | a candle holder     | candle holders     | -       | -                    | candlestick, candle                 | none
candlestick       | a candlestick       | candlesticks       | -       | -                    | candle                              | none
`;
