/** Words for street scenes: what drives, walks and stands there. How a line is read: `table.ts`. */
import { readTable } from './table.js';

const text = `
label                | one                    | several               | broader              | same                     | also                              | front
vehicle              | a vehicle              | vehicles              | -                    | -                        | -                                 | one
motor vehicle        | a motor vehicle        | motor vehicles        | vehicle              | -                        | -                                 | one
car                  | a car                  | cars                  | vehicle              | -                        | -                                 | one
sedan                | a sedan                | sedans                | car                  | -                        | -                                 | one
hatchback            | a hatchback            | hatchbacks            | car                  | -                        | -                                 | one
station wagon        | a station wagon        | station wagons        | car                  | -                        | suv                               | one
convertible          | a convertible          | convertibles          | car                  | -                        | -                                 | one
sports car           | a sports car           | sports cars           | car                  | -                        | -                                 | one
suv                  | an SUV                 | SUVs                  | car                  | -                        | -                                 | one
taxi                 | a taxi                 | taxis                 | car                  | cab                      | -                                 | one
cab                  | a cab                  | cabs                  | car                  | taxi                     | -                                 | one
police car           | a police car           | police cars           | car                  | -                        | -                                 | one
pickup truck         | a pickup truck         | pickup trucks         | vehicle              | pickup                   | truck, car                        | one
pickup               | a pickup               | pickups               | vehicle              | pickup truck             | -                                 | one
van                  | a van                  | vans                  | vehicle              | -                        | car, truck                        | one
minivan              | a minivan              | minivans              | vehicle              | -                        | van, car                          | one
truck                | a truck                | trucks                | vehicle              | lorry                    | -                                 | one
lorry                | a lorry                | lorries               | vehicle              | truck                    | -                                 | one
fire truck           | a fire truck           | fire trucks           | truck                | fire engine              | -                                 | one
fire engine          | a fire engine          | fire engines          | truck                | fire truck               | -                                 | one
garbage truck        | a garbage truck        | garbage trucks        | truck                | -                        | -                                 | one
dump truck           | a dump truck           | dump trucks           | truck                | -                        | construction vehicle              | one
tow truck            | a tow truck            | tow trucks            | truck                | -                        | -                                 | one
delivery truck       | a delivery truck       | delivery trucks       | truck                | -                        | van                               | one
ambulance            | an ambulance           | ambulances            | vehicle              | -                        | van, truck                        | one
emergency vehicle    | an emergency vehicle   | emergency vehicles    | vehicle              | -                        | ambulance, police car, fire truck | one
bus                  | a bus                  | buses                 | vehicle              | -                        | coach                             | one
coach                | a coach                | coaches               | vehicle              | -                        | bus                               | one
school bus           | a school bus           | school buses          | bus                  | -                        | -                                 | one
minibus              | a minibus              | minibuses             | vehicle              | -                        | bus, van                          | one
trolleybus           | a trolleybus           | trolleybuses          | bus                  | -                        | tram                              | one
tram                 | a tram                 | trams                 | vehicle              | streetcar                | train                             | one
streetcar            | a streetcar            | streetcars            | vehicle              | tram                     | -                                 | one
train                | a train                | trains                | vehicle              | -                        | -                                 | one
trailer              | a trailer              | trailers              | -                    | -                        | truck, vehicle                    | one
caravan              | a caravan              | caravans              | trailer              | -                        | motorhome                         | one
motorhome            | a motorhome            | motorhomes            | vehicle              | rv, camper               | van, truck, bus                   | one
camper               | a camper               | campers               | vehicle              | motorhome                | caravan                           | one
rv                   | an RV                  | RVs                   | vehicle              | motorhome                | -                                 | one
construction vehicle | a construction vehicle | construction vehicles | vehicle              | -                        | truck                             | one
excavator            | an excavator           | excavators            | construction vehicle | -                        | -                                 | one
bulldozer            | a bulldozer            | bulldozers            | construction vehicle | -                        | -                                 | one
crane                | a crane                | cranes                | -                    | -                        | construction vehicle              | one
forklift             | a forklift             | forklifts             | vehicle              | -                        | construction vehicle              | one
tractor              | a tractor              | tractors              | vehicle              | -                        | -                                 | one
golf cart            | a golf cart            | golf carts            | vehicle              | -                        | car, cart                         | one
rickshaw             | a rickshaw             | rickshaws             | vehicle              | -                        | tricycle                          | one
tricycle             | a tricycle             | tricycles             | vehicle              | -                        | bicycle                           | one
bicycle              | a bicycle              | bicycles              | -                    | -                        | vehicle                           | one
bike                 | a bike                 | bikes                 | -                    | -                        | bicycle, motorcycle               | one
motorcycle           | a motorcycle           | motorcycles           | vehicle              | motorbike                | scooter                           | one
motorbike            | a motorbike            | motorbikes            | vehicle              | motorcycle               | -                                 | one
moped                | a moped                | mopeds                | vehicle              | -                        | scooter, motorcycle               | one
scooter              | a scooter              | scooters              | -                    | -                        | vehicle                           | one
cart                 | a cart                 | carts                 | -                    | -                        | -                                 | -
shopping cart        | a shopping cart        | shopping carts        | cart                 | -                        | -                                 | one
stroller             | a stroller             | strollers             | -                    | baby carriage            | -                                 | one
baby carriage        | a baby carriage        | baby carriages        | -                    | stroller                 | -                                 | one
wheelchair           | a wheelchair           | wheelchairs           | -                    | -                        | -                                 | one
skateboard           | a skateboard           | skateboards           | -                    | -                        | -                                 | several
person               | a person               | people                | -                    | -                        | -                                 | one
pedestrian           | a pedestrian           | pedestrians           | person               | -                        | -                                 | one
person sitting       | a person sitting       | people sitting        | person               | sitting person           | pedestrian                        | one
sitting person       | a sitting person       | sitting people        | person               | person sitting           | -                                 | one
rider                | a rider                | riders                | person               | -                        | cyclist, motorcyclist             | one
cyclist              | a cyclist              | cyclists              | person               | bicyclist                | bicycle, pedestrian               | one
bicyclist            | a bicyclist            | bicyclists            | person               | cyclist                  | -                                 | one
motorcyclist         | a motorcyclist         | motorcyclists         | person               | -                        | motorcycle                        | one
skateboarder         | a skateboarder         | skateboarders         | person               | -                        | pedestrian                        | one
man                  | a man                  | men                   | person               | -                        | pedestrian                        | one
woman                | a woman                | women                 | person               | -                        | pedestrian                        | one
adult                | an adult               | adults                | person               | -                        | pedestrian, man, woman            | one
child                | a child                | children              | person               | -                        | pedestrian                        | one
police officer       | a police officer       | police officers       | person               | policeman                | pedestrian, man, woman            | one
policeman            | a policeman            | policemen             | person               | police officer           | -                                 | one
construction worker  | a construction worker  | construction workers  | person               | -                        | pedestrian                        | one
animal               | an animal              | animals               | -                    | -                        | -                                 | one
dog                  | a dog                  | dogs                  | animal               | -                        | -                                 | one
cat                  | a cat                  | cats                  | animal               | -                        | -                                 | one
bird                 | a bird                 | birds                 | animal               | -                        | -                                 | one
horse                | a horse                | horses                | animal               | -                        | -                                 | one
cow                  | a cow                  | cows                  | animal               | -                        | -                                 | one
sheep                | a sheep                | sheep                 | animal               | -                        | -                                 | one
deer                 | a deer                 | deer                  | animal               | -                        | -                                 | one
traffic light        | a traffic light        | traffic lights        | -                    | traffic signal           | -                                 | one
traffic signal       | a traffic signal       | traffic signals       | -                    | traffic light            | -                                 | one
sign                 | a sign                 | signs                 | -                    | -                        | -                                 | one
traffic sign         | a traffic sign         | traffic signs         | sign                 | road sign                | -                                 | one
road sign            | a road sign            | road signs            | sign                 | traffic sign             | -                                 | one
stop sign            | a stop sign            | stop signs            | traffic sign         | -                        | -                                 | one
street sign          | a street sign          | street signs          | sign                 | -                        | traffic sign                      | several
billboard            | a billboard            | billboards            | sign                 | -                        | -                                 | one
traffic cone         | a traffic cone         | traffic cones         | -                    | cone                     | -                                 | none
cone                 | a cone                 | cones                 | -                    | traffic cone             | -                                 | none
barrier              | a barrier              | barriers              | -                    | -                        | barricade, fence, guardrail       | several
barricade            | a barricade            | barricades            | -                    | -                        | -                                 | several
bollard              | a bollard              | bollards              | -                    | -                        | pole, post                        | none
post                 | a post                 | posts                 | -                    | -                        | pole                              | none
pole                 | a pole                 | poles                 | -                    | -                        | post                              | none
utility pole         | a utility pole         | utility poles         | pole                 | telephone pole           | -                                 | none
telephone pole       | a telephone pole       | telephone poles       | pole                 | utility pole             | -                                 | none
street light         | a street light         | street lights         | -                    | street lamp, streetlight | lamppost, pole                    | -
streetlight          | a street light         | street lights         | -                    | street light             | -                                 | -
street lamp          | a street lamp          | street lamps          | -                    | street light             | -                                 | -
lamppost             | a lamppost             | lampposts             | -                    | -                        | pole                              | -
guardrail            | a guardrail            | guardrails            | -                    | guard rail               | fence                             | several
guard rail           | a guardrail            | guardrails            | -                    | guardrail                | -                                 | several
fence                | a fence                | fences                | -                    | -                        | -                                 | several
wall                 | a wall                 | walls                 | -                    | -                        | -                                 | several
gate                 | a gate                 | gates                 | -                    | -                        | door, fence                       | several
door                 | a door                 | doors                 | -                    | -                        | -                                 | several
fire hydrant         | a fire hydrant         | fire hydrants         | -                    | hydrant                  | -                                 | none
hydrant              | a hydrant              | hydrants              | -                    | fire hydrant             | -                                 | none
parking meter        | a parking meter        | parking meters        | -                    | -                        | -                                 | one
mailbox              | a mailbox              | mailboxes             | -                    | -                        | box                               | one
box                  | a box                  | boxes                 | -                    | -                        | -                                 | -
trash can            | a trash can            | trash cans            | -                    | garbage can, trash bin   | bin                               | none
trash bin            | a trash bin            | trash bins            | -                    | trash can                | -                                 | none
garbage can          | a garbage can          | garbage cans          | -                    | trash can                | -                                 | none
bin                  | a bin                  | bins                  | -                    | -                        | trash can, dumpster               | none
dumpster             | a dumpster             | dumpsters             | -                    | -                        | trash can                         | one
bench                | a bench                | benches               | -                    | -                        | -                                 | one
bus stop             | a bus stop             | bus stops             | -                    | -                        | -                                 | one
bicycle rack         | a bicycle rack         | bicycle racks         | -                    | bike rack                | -                                 | several
bike rack            | a bike rack            | bike racks            | -                    | bicycle rack             | -                                 | several
manhole              | a manhole              | manholes              | -                    | -                        | -                                 | none
building             | a building             | buildings             | -                    | -                        | -                                 | -
house                | a house                | houses                | building             | -                        | -                                 | one
bridge               | a bridge               | bridges               | -                    | -                        | -                                 | several
tunnel               | a tunnel               | tunnels               | -                    | -                        | -                                 | several
tent                 | a tent                 | tents                 | -                    | -                        | -                                 | -
umbrella             | an umbrella            | umbrellas             | -                    | -                        | -                                 | none
backpack             | a backpack             | backpacks             | bag                  | -                        | -                                 | one
bag                  | a bag                  | bags                  | -                    | -                        | -                                 | -
handbag              | a handbag              | handbags              | bag                  | -                        | -                                 | several
suitcase             | a suitcase             | suitcases             | -                    | -                        | bag                               | several
tree                 | a tree                 | trees                 | -                    | -                        | -                                 | none
bush                 | a bush                 | bushes                | -                    | shrub                    | tree                              | none
shrub                | a shrub                | shrubs                | -                    | bush                     | -                                 | none
vegetation           | some vegetation        | -                     | -                    | -                        | tree, bush, grass                 | none
grass                | some grass             | -                     | -                    | -                        | -                                 | none
debris               | some debris            | -                     | -                    | -                        | -                                 | none
road                 | a road                 | roads                 | -                    | street                   | -                                 | none
street               | a street               | streets               | -                    | road                     | -                                 | none
sidewalk             | a sidewalk             | sidewalks             | -                    | pavement                 | -                                 | none
pavement             | a pavement             | pavements             | -                    | sidewalk                 | road                              | none
curb                 | a curb                 | curbs                 | -                    | -                        | sidewalk                          | none
crosswalk            | a crosswalk            | crosswalks            | -                    | pedestrian crossing      | -                                 | none
pedestrian crossing  | a pedestrian crossing  | pedestrian crossings  | -                    | crosswalk                | -                                 | none
sky                  | some sky               | -                     | -                    | -                        | -                                 | none
stairs               | some stairs            | stairs                | -                    | -                        | -                                 | one
`;

export const street = readTable(text);
