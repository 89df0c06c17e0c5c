/** Kitchen and bathroom: what cooks, holds, washes and wipes. How a line is read: `../table.ts`. */
export const kitchenAndBathroom = `
label                  | one                      | several                 | broader        | same                   | also                              | front
refrigerator           | a refrigerator           | refrigerators           | appliance      | fridge                 | freezer                           | one
fridge                 | a fridge                 | fridges                 | appliance      | refrigerator           | -                                 | one
mini fridge            | a mini fridge            | mini fridges            | refrigerator   | -                      | -                                 | one
freezer                | a freezer                | freezers                | appliance      | -                      | -                                 | one
stove                  | a stove                  | stoves                  | appliance      | -                      | oven, cooktop, gas stove          | one
gas stove              | a gas stove              | gas stoves              | appliance      | -                      | cooktop                           | one
cooktop                | a cooktop                | cooktops                | appliance      | -                      | stove                             | one
oven                   | an oven                  | ovens                   | appliance      | -                      | stove, microwave                  | one
microwave              | a microwave              | microwaves              | appliance      | microwave oven         | toaster oven                      | one
microwave oven         | a microwave oven         | microwave ovens         | appliance      | microwave              | -                                 | one
toaster oven           | a toaster oven           | toaster ovens           | appliance      | -                      | oven, toaster                     | one
toaster                | a toaster                | toasters                | appliance      | -                      | -                                 | several
range hood             | a range hood             | range hoods             | appliance      | extractor hood         | exhaust fan, vent                 | one
extractor hood         | an extractor hood        | extractor hoods         | appliance      | range hood             | -                                 | one
kettle                 | a kettle                 | kettles                 | -              | -                      | teapot                            | -
electric kettle        | an electric kettle       | electric kettles        | kettle         | -                      | -                                 | -
teapot                 | a teapot                 | teapots                 | -              | -                      | kettle, pot                       | -
coffee maker           | a coffee maker           | coffee makers           | appliance      | coffee machine         | -                                 | one
coffee machine         | a coffee machine         | coffee machines         | appliance      | coffee maker           | -                                 | one
espresso machine       | an espresso machine      | espresso machines       | coffee machine | -                      | -                                 | one
coffee pot             | a coffee pot             | coffee pots             | -              | -                      | pot, carafe, teapot, coffee maker | -
blender                | a blender                | blenders                | appliance      | -                      | mixer, food processor, juicer     | none
mixer                  | a mixer                  | mixers                  | appliance      | -                      | -                                 | -
food processor         | a food processor         | food processors         | appliance      | -                      | -                                 | one
juicer                 | a juicer                 | juicers                 | appliance      | -                      | -                                 | -
rice cooker            | a rice cooker            | rice cookers            | appliance      | -                      | slow cooker, pressure cooker, pot | one
slow cooker            | a slow cooker            | slow cookers            | appliance      | -                      | pot                               | one
pressure cooker        | a pressure cooker        | pressure cookers        | -              | -                      | pot                               | -
air fryer              | an air fryer             | air fryers              | appliance      | -                      | -                                 | one
sink                   | a sink                   | sinks                   | -              | -                      | basin                             | one
kitchen sink           | a kitchen sink           | kitchen sinks           | sink           | -                      | -                                 | one
bathroom sink          | a bathroom sink          | bathroom sinks          | sink           | -                      | washbasin                         | one
washbasin              | a washbasin              | washbasins              | sink           | wash basin             | -                                 | one
wash basin             | a washbasin              | washbasins              | sink           | washbasin              | -                                 | one
basin                  | a basin                  | basins                  | -              | -                      | washbasin, bowl                   | -
faucet                 | a faucet                 | faucets                 | -              | tap                    | -                                 | one
tap                    | a tap                    | taps                    | -              | faucet                 | -                                 | one
pot                    | a pot                    | pots                    | -              | -                      | pan, flowerpot                    | none
pan                    | a pan                    | pans                    | -              | -                      | pot                               | -
frying pan             | a frying pan             | frying pans             | pan            | skillet                | -                                 | -
skillet                | a skillet                | skillets                | pan            | frying pan             | -                                 | -
saucepan               | a saucepan               | saucepans               | pan            | -                      | pot                               | -
wok                    | a wok                    | woks                    | pan            | -                      | bowl                              | -
lid                    | a lid                    | lids                    | -              | -                      | -                                 | none
bowl                   | a bowl                   | bowls                   | -              | -                      | dish, basin                       | none
mixing bowl            | a mixing bowl            | mixing bowls            | bowl           | -                      | -                                 | none
plate                  | a plate                  | plates                  | -              | -                      | dish, saucer                      | none
dish                   | a dish                   | dishes                  | -              | -                      | plate                             | none
saucer                 | a saucer                 | saucers                 | -              | -                      | -                                 | none
cup                    | a cup                    | cups                    | -              | -                      | mug, glass                        | none
mug                    | a mug                    | mugs                    | -              | -                      | cup                               | none
teacup                 | a teacup                 | teacups                 | cup            | tea cup                | -                                 | none
tea cup                | a teacup                 | teacups                 | cup            | teacup                 | -                                 | none
paper cup              | a paper cup              | paper cups              | cup            | -                      | -                                 | none
coffee cup             | a coffee cup             | coffee cups             | cup            | -                      | mug                               | none
measuring cup          | a measuring cup          | measuring cups          | -              | -                      | cup, pitcher                      | none
glass                  | a drinking glass         | drinking glasses        | -              | drinking glass         | tumbler                           | none
drinking glass         | a drinking glass         | drinking glasses        | -              | glass                  | cup                               | none
wine glass             | a wine glass             | wine glasses            | glass          | wineglass              | goblet                            | none
wineglass              | a wine glass             | wine glasses            | glass          | wine glass             | -                                 | none
goblet                 | a goblet                 | goblets                 | -              | -                      | cup, glass                        | none
tumbler                | a tumbler                | tumblers                | -              | -                      | cup, glass                        | none
pitcher                | a pitcher                | pitchers                | -              | -                      | jug, carafe, vase                 | -
jug                    | a jug                    | jugs                    | -              | -                      | pitcher, bottle                   | -
carafe                 | a carafe                 | carafes                 | -              | -                      | bottle, jug                       | none
bottle                 | a bottle                 | bottles                 | -              | -                      | -                                 | none
water bottle           | a water bottle           | water bottles           | bottle         | -                      | thermos                           | none
wine bottle            | a wine bottle            | wine bottles            | bottle         | -                      | -                                 | none
beer bottle            | a beer bottle            | beer bottles            | bottle         | -                      | -                                 | none
plastic bottle         | a plastic bottle         | plastic bottles         | bottle         | -                      | -                                 | none
spray bottle           | a spray bottle           | spray bottles           | bottle         | -                      | -                                 | -
soap bottle            | a soap bottle            | soap bottles            | bottle         | -                      | soap dispenser                    | none
shampoo bottle         | a shampoo bottle         | shampoo bottles         | bottle         | -                      | -                                 | none
medicine bottle        | a medicine bottle        | medicine bottles        | bottle         | -                      | jar                               | none
thermos                | a thermos                | thermoses               | -              | thermos flask          | bottle, flask                     | none
thermos flask          | a thermos flask          | thermos flasks          | -              | thermos                | -                                 | none
flask                  | a flask                  | flasks                  | -              | -                      | bottle                            | none
can                    | a can                    | cans                    | -              | tin can                | trash can                         | none
tin can                | a tin can                | tin cans                | -              | can                    | -                                 | none
soda can               | a soda can               | soda cans               | can            | -                      | -                                 | none
jar                    | a jar                    | jars                    | -              | -                      | pot, bottle, vase                 | none
fork                   | a fork                   | forks                   | -              | -                      | -                                 | none
knife                  | a knife                  | knives                  | -              | -                      | -                                 | none
spoon                  | a spoon                  | spoons                  | -              | -                      | ladle                             | none
ladle                  | a ladle                  | ladles                  | -              | -                      | -                                 | none
chopsticks             | a pair of chopsticks     | chopsticks              | -              | -                      | -                                 | none
spatula                | a spatula                | spatulas                | -              | -                      | -                                 | none
whisk                  | a whisk                  | whisks                  | -              | -                      | -                                 | none
tongs                  | a pair of tongs          | tongs                   | -              | -                      | -                                 | none
rolling pin            | a rolling pin            | rolling pins            | -              | -                      | -                                 | none
cutting board          | a cutting board          | cutting boards          | board          | chopping board         | tray                              | none
chopping board         | a chopping board         | chopping boards         | board          | cutting board          | -                                 | none
colander               | a colander               | colanders               | -              | -                      | strainer, bowl                    | none
strainer               | a strainer               | strainers               | -              | -                      | -                                 | none
grater                 | a grater                 | graters                 | -              | -                      | -                                 | -
peeler                 | a peeler                 | peelers                 | -              | -                      | knife                             | none
corkscrew              | a corkscrew              | corkscrews              | -              | -                      | bottle opener                     | none
bottle opener          | a bottle opener          | bottle openers          | -              | -                      | can opener                        | none
can opener             | a can opener             | can openers             | -              | -                      | -                                 | none
utensil                | a utensil                | utensils                | -              | kitchen utensil        | -                                 | none
kitchen utensil        | a kitchen utensil        | kitchen utensils        | -              | utensil                | -                                 | none
cutlery                | some cutlery             | -                       | -              | silverware             | -                                 | none
silverware             | some silverware          | -                       | -              | cutlery                | -                                 | none
tray                   | a tray                   | trays                   | -              | -                      | plate                             | none
baking tray            | a baking tray            | baking trays            | tray           | baking sheet           | pan                               | none
baking sheet           | a baking sheet           | baking sheets           | tray           | baking tray            | -                                 | none
napkin                 | a napkin                 | napkins                 | -              | -                      | tissue, cloth                     | none
paper towel            | a paper towel            | paper towels            | -              | -                      | napkin, towel, tissue             | none
tablecloth             | a tablecloth             | tablecloths             | -              | -                      | cloth                             | none
placemat               | a placemat               | placemats               | -              | -                      | mat                               | none
coaster                | a coaster                | coasters                | -              | -                      | -                                 | none
oven mitt              | an oven mitt             | oven mitts              | -              | oven glove             | glove                             | -
oven glove             | an oven glove            | oven gloves             | -              | oven mitt              | -                                 | -
apron                  | an apron                 | aprons                  | -              | -                      | -                                 | one
dish rack              | a dish rack              | dish racks              | -              | -                      | rack                              | -
knife block            | a knife block            | knife blocks            | -              | -                      | -                                 | one
spice rack             | a spice rack             | spice racks             | -              | -                      | rack, shelf                       | one
salt shaker            | a salt shaker            | salt shakers            | -              | -                      | pepper shaker, bottle             | none
pepper shaker          | a pepper shaker          | pepper shakers          | -              | -                      | bottle                            | none
toilet                 | a toilet                 | toilets                 | -              | -                      | -                                 | one
toilet seat            | a toilet seat            | toilet seats            | -              | -                      | toilet                            | one
toilet paper           | some toilet paper        | -                       | -              | -                      | toilet paper roll, paper          | none
toilet paper roll      | a roll of toilet paper   | rolls of toilet paper   | -              | -                      | -                                 | none
toilet paper holder    | a toilet paper holder    | toilet paper holders    | -              | toilet paper dispenser | -                                 | one
toilet paper dispenser | a toilet paper dispenser | toilet paper dispensers | -              | toilet paper holder    | -                                 | one
toilet brush           | a toilet brush           | toilet brushes          | brush          | -                      | -                                 | none
urinal                 | a urinal                 | urinals                 | -              | -                      | toilet                            | one
bidet                  | a bidet                  | bidets                  | -              | -                      | toilet, sink                      | one
bathtub                | a bathtub                | bathtubs                | -              | bath tub, bath         | -                                 | several
bath tub               | a bathtub                | bathtubs                | -              | bathtub                | -                                 | several
bath                   | a bath                   | baths                   | -              | bathtub                | shower                            | several
shower                 | a shower                 | showers                 | -              | shower stall           | shower head                       | one
shower stall           | a shower stall           | shower stalls           | -              | shower                 | -                                 | one
shower screen          | a shower screen          | shower screens          | -              | -                      | screen, shower                    | several
shower head            | a shower head            | shower heads            | -              | showerhead             | -                                 | one
showerhead             | a shower head            | shower heads            | -              | shower head            | -                                 | one
towel                  | a towel                  | towels                  | -              | -                      | cloth                             | none
bath towel             | a bath towel             | bath towels             | towel          | -                      | -                                 | none
hand towel             | a hand towel             | hand towels             | towel          | -                      | washcloth                         | none
washcloth              | a washcloth              | washcloths              | -              | -                      | towel                             | none
towel rack             | a towel rack             | towel racks             | -              | towel rail             | rack, rail, bar                   | one
towel rail             | a towel rail             | towel rails             | -              | towel rack             | -                                 | one
soap                   | some soap                | -                       | -              | -                      | -                                 | none
soap dispenser         | a soap dispenser         | soap dispensers         | -              | -                      | bottle                            | one
soap dish              | a soap dish              | soap dishes             | dish           | -                      | -                                 | none
toothbrush             | a toothbrush             | toothbrushes            | -              | -                      | brush                             | none
toothpaste             | some toothpaste          | -                       | -              | -                      | tube                              | none
tube                   | a tube                   | tubes                   | -              | -                      | pipe                              | none
shampoo                | some shampoo             | -                       | -              | -                      | shampoo bottle, bottle            | none
tissue                 | a tissue                 | tissues                 | -              | -                      | napkin, paper, tissue box         | none
tissue box             | a tissue box             | tissue boxes            | box            | -                      | tissue                            | several
scale                  | a scale                  | scales                  | -              | bathroom scale         | -                                 | one
bathroom scale         | a bathroom scale         | bathroom scales         | -              | scale                  | -                                 | one
plunger                | a plunger                | plungers                | -              | -                      | -                                 | none
brush                  | a brush                  | brushes                 | -              | -                      | -                                 | none
hairbrush              | a hairbrush              | hairbrushes             | brush          | -                      | comb                              | none
comb                   | a comb                   | combs                   | -              | -                      | -                                 | none
razor                  | a razor                  | razors                  | -              | -                      | -                                 | none
sponge                 | a sponge                 | sponges                 | -              | -                      | -                                 | none
cloth                  | a cloth                  | cloths                  | -              | -                      | -                                 | none
rag                    | a rag                    | rags                    | -              | -                      | cloth, towel                      | none
mop                    | a mop                    | mops                    | -              | -                      | broom                             | none
broom                  | a broom                  | brooms                  | -              | -                      | brush, mop                        | none
dustpan                | a dustpan                | dustpans                | -              | -                      | -                                 | one
bucket                 | a bucket                 | buckets                 | -              | pail                   | -                                 | none
pail                   | a pail                   | pails                   | -              | bucket                 | -                                 | none
detergent              | some detergent           | -                       | -              | -                      | bottle                            | none
trash can              | a trash can              | trash cans              | -              | -                      | bin, bucket                       | none
trashcan               | a trash can              | trash cans              | -              | trash can              | -                                 | none
trash bin              | a trash bin              | trash bins              | -              | trash can              | -                                 | none
garbage can            | a garbage can            | garbage cans            | -              | trash can              | -                                 | none
garbage bin            | a garbage bin            | garbage bins            | -              | trash can              | -                                 | none
rubbish bin            | a rubbish bin            | rubbish bins            | -              | trash can              | -                                 | none
dustbin                | a dustbin                | dustbins                | -              | trash can              | -                                 | none
waste basket           | a wastebasket            | wastebaskets            | trash can      | wastebasket            | basket                            | none
wastebasket            | a wastebasket            | wastebaskets            | trash can      | waste basket           | -                                 | none
recycling bin          | a recycling bin          | recycling bins          | bin            | recycle bin            | trash can                         | none
recycle bin            | a recycling bin          | recycling bins          | bin            | recycling bin          | -                                 | none
bin                    | a bin                    | bins                    | -              | -                      | trash can, box, basket, container | none
container              | a container              | containers              | -              | -                      | box, bin, jar, basket             | -
food container         | a food container         | food containers         | container      | -                      | -                                 | -
storage bin            | a storage bin            | storage bins            | bin            | -                      | box, storage box                  | -
storage box            | a storage box            | storage boxes           | box            | -                      | container                         | several
basket                 | a basket                 | baskets                 | -              | -                      | container                         | none
laundry basket         | a laundry basket         | laundry baskets         | basket         | -                      | hamper                            | none
hamper                 | a hamper                 | hampers                 | -              | laundry hamper         | basket, trash can                 | none
laundry hamper         | a laundry hamper         | laundry hampers         | -              | hamper                 | -                                 | none
`;
