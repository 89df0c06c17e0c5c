/** What people carry, wear, read, play and work with, and who lives there. How a line is read: `../table.ts`. */
export const belongings = `
label              | one                  | several             | broader            | same                        | also                           | front
bag                | a bag                | bags                | -                  | -                           | -                              | -
backpack           | a backpack           | backpacks           | bag                | rucksack                    | -                              | one
rucksack           | a rucksack           | rucksacks           | bag                | backpack                    | -                              | one
school bag         | a school bag         | school bags         | bag                | -                           | backpack                       | -
handbag            | a handbag            | handbags            | bag                | -                           | purse                          | several
purse              | a purse              | purses              | -                  | -                           | handbag, wallet, bag           | several
wallet             | a wallet             | wallets             | -                  | -                           | -                              | several
tote bag           | a tote bag           | tote bags           | bag                | -                           | handbag, shopping bag          | several
shopping bag       | a shopping bag       | shopping bags       | bag                | -                           | -                              | several
plastic bag        | a plastic bag        | plastic bags        | bag                | -                           | -                              | none
paper bag          | a paper bag          | paper bags          | bag                | -                           | -                              | several
trash bag          | a trash bag          | trash bags          | bag                | garbage bag                 | -                              | none
garbage bag        | a garbage bag        | garbage bags        | bag                | trash bag                   | -                              | none
duffel bag         | a duffel bag         | duffel bags         | bag                | -                           | suitcase                       | several
laptop bag         | a laptop bag         | laptop bags         | bag                | -                           | briefcase                      | several
briefcase          | a briefcase          | briefcases          | -                  | -                           | bag, suitcase                  | several
sleeping bag       | a sleeping bag       | sleeping bags       | -                  | -                           | blanket                        | none
suitcase           | a suitcase           | suitcases           | -                  | -                           | luggage, bag                   | several
luggage            | some luggage         | -                   | -                  | -                           | suitcase, bag                  | several
umbrella           | an umbrella          | umbrellas           | -                  | -                           | -                              | none
box                | a box                | boxes               | -                  | -                           | carton, crate                  | several
cardboard box      | a cardboard box      | cardboard boxes     | box                | -                           | -                              | several
carton             | a carton             | cartons             | -                  | -                           | box                            | several
crate              | a crate              | crates              | -                  | -                           | box, basket                    | several
package            | a package            | packages            | -                  | parcel                      | box, bag                       | several
parcel             | a parcel             | parcels             | -                  | package                     | -                              | several
shoe box           | a shoebox            | shoeboxes           | box                | shoebox                     | -                              | several
shoebox            | a shoebox            | shoeboxes           | box                | shoe box                    | -                              | several
lunch box          | a lunch box          | lunch boxes         | box                | -                           | container, bag                 | several
jewelry box        | a jewelry box        | jewelry boxes       | box                | -                           | -                              | one
toolbox            | a toolbox            | toolboxes           | box                | tool box                    | -                              | several
tool box           | a toolbox            | toolboxes           | box                | toolbox                     | -                              | several
gift               | a gift               | gifts               | -                  | present                     | box                            | none
present            | a present            | presents            | -                  | gift                        | -                              | none
pillow             | a pillow             | pillows             | -                  | -                           | cushion                        | none
throw pillow       | a throw pillow       | throw pillows       | pillow             | -                           | -                              | none
cushion            | a cushion            | cushions            | -                  | -                           | pillow                         | none
blanket            | a blanket            | blankets            | -                  | -                           | quilt, comforter, bedspread    | none
quilt              | a quilt              | quilts              | -                  | -                           | comforter, bedspread           | none
comforter          | a comforter          | comforters          | -                  | duvet                       | -                              | none
duvet              | a duvet              | duvets              | -                  | comforter                   | -                              | none
bedspread          | a bedspread          | bedspreads          | -                  | -                           | comforter, bed sheet           | none
bed sheet          | a bed sheet          | bed sheets          | -                  | -                           | blanket                        | none
bedding            | some bedding         | -                   | -                  | -                           | blanket, quilt, pillow         | none
clothes            | some clothes         | clothes             | -                  | -                           | clothing, shirt, coat, laundry | none
clothing           | some clothing        | -                   | -                  | -                           | -                              | none
laundry            | some laundry         | -                   | -                  | -                           | clothing                       | none
coat               | a coat               | coats               | clothing           | -                           | jacket                         | one
jacket             | a jacket             | jackets             | clothing           | -                           | coat                           | one
shirt              | a shirt              | shirts              | clothing           | -                           | -                              | one
t-shirt            | a T-shirt            | T-shirts            | shirt              | -                           | -                              | one
sweater            | a sweater            | sweaters            | clothing           | -                           | jacket, shirt                  | one
dress              | a dress              | dresses             | clothing           | -                           | -                              | one
skirt              | a skirt              | skirts              | clothing           | -                           | -                              | one
bathrobe           | a bathrobe           | bathrobes           | clothing           | -                           | coat                           | one
pants              | a pair of pants      | pants               | clothing           | trousers                    | -                              | one
trousers           | a pair of trousers   | trousers            | clothing           | pants                       | -                              | one
jeans              | a pair of jeans      | jeans               | pants              | -                           | -                              | one
shorts             | a pair of shorts     | shorts              | clothing           | -                           | pants                          | one
sock               | a sock               | socks               | clothing           | -                           | -                              | none
hat                | a hat                | hats                | -                  | -                           | cap                            | -
cap                | a cap                | caps                | -                  | -                           | hat, lid                       | one
helmet             | a helmet             | helmets             | -                  | -                           | hat                            | one
scarf              | a scarf              | scarves             | clothing           | -                           | -                              | none
glove              | a glove              | gloves              | -                  | -                           | -                              | several
belt               | a belt               | belts               | -                  | -                           | -                              | none
tie                | a tie                | ties                | -                  | necktie                     | -                              | one
necktie            | a necktie            | neckties            | -                  | tie                         | -                              | one
shoe               | a shoe               | shoes               | -                  | -                           | -                              | one
shoes              | a pair of shoes      | shoes               | -                  | -                           | shoe                           | one
sneaker            | a sneaker            | sneakers            | shoe               | -                           | -                              | one
boot               | a boot               | boots               | -                  | -                           | shoe                           | one
sandal             | a sandal             | sandals             | -                  | -                           | shoe, slipper                  | one
slipper            | a slipper            | slippers            | -                  | -                           | shoe, sandal                   | one
hanger             | a hanger             | hangers             | -                  | coat hanger, clothes hanger | -                              | several
coat hanger        | a coat hanger        | coat hangers        | -                  | hanger                      | -                              | several
clothes hanger     | a clothes hanger     | clothes hangers     | -                  | hanger                      | -                              | several
glasses            | a pair of glasses    | glasses             | -                  | eyeglasses                  | -                              | one
eyeglasses         | a pair of eyeglasses | eyeglasses          | -                  | glasses                     | -                              | one
sunglasses         | a pair of sunglasses | sunglasses          | glasses            | -                           | -                              | one
watch              | a watch              | watches             | -                  | wristwatch                  | clock                          | one
wristwatch         | a wristwatch         | wristwatches        | -                  | watch                       | -                              | one
necklace           | a necklace           | necklaces           | -                  | -                           | -                              | one
key                | a key                | keys                | -                  | -                           | -                              | none
book               | a book               | books               | -                  | -                           | -                              | none
books              | some books           | books               | -                  | -                           | book                           | none
notebook           | a notebook           | notebooks           | -                  | -                           | book, laptop, notepad          | none
notepad            | a notepad            | notepads            | -                  | -                           | paper                          | none
magazine           | a magazine           | magazines           | -                  | -                           | book, newspaper                | none
newspaper          | a newspaper          | newspapers          | -                  | -                           | magazine, paper                | none
paper              | some paper           | -                   | -                  | -                           | -                              | none
papers             | some papers          | papers              | -                  | -                           | paper                          | none
envelope           | an envelope          | envelopes           | -                  | -                           | paper, letter                  | none
letter             | a letter             | letters             | -                  | -                           | paper                          | none
folder             | a folder             | folders             | -                  | -                           | binder, paper                  | none
binder             | a binder             | binders             | -                  | -                           | folder, book                   | none
clipboard          | a clipboard          | clipboards          | -                  | -                           | board                          | one
pen                | a pen                | pens                | -                  | -                           | pencil, marker                 | none
pencil             | a pencil             | pencils             | -                  | -                           | pen                            | none
marker             | a marker             | markers             | -                  | -                           | pen                            | none
crayon             | a crayon             | crayons             | -                  | -                           | pencil                         | none
eraser             | an eraser            | erasers             | -                  | -                           | -                              | none
ruler              | a ruler              | rulers              | -                  | -                           | -                              | none
scissors           | a pair of scissors   | scissors            | -                  | -                           | -                              | none
stapler            | a stapler            | staplers            | -                  | -                           | -                              | -
tape               | some tape            | -                   | -                  | -                           | -                              | none
tape dispenser     | a tape dispenser     | tape dispensers     | -                  | -                           | tape                           | -
paper clip         | a paper clip         | paper clips         | -                  | -                           | -                              | none
pencil case        | a pencil case        | pencil cases        | -                  | -                           | bag, box                       | none
pen holder         | a pen holder         | pen holders         | -                  | pencil holder               | cup                            | none
pencil holder      | a pencil holder      | pencil holders      | -                  | pen holder                  | -                              | none
globe              | a globe              | globes              | -                  | -                           | ball                           | none
vase               | a vase               | vases               | -                  | -                           | pot, jar, flowerpot            | none
flowerpot          | a flowerpot          | flowerpots          | -                  | flower pot                  | planter                        | none
flower pot         | a flowerpot          | flowerpots          | -                  | flowerpot                   | -                              | none
planter            | a planter            | planters            | -                  | -                           | pot, flowerpot, potted plant   | none
sculpture          | a sculpture          | sculptures          | -                  | -                           | statue                         | -
statue             | a statue             | statues             | -                  | -                           | sculpture, figurine            | one
figurine           | a figurine           | figurines           | -                  | -                           | statue, doll, toy, ornament    | one
ornament           | an ornament          | ornaments           | -                  | decoration                  | -                              | -
decoration         | a decoration         | decorations         | -                  | ornament                    | -                              | -
wreath             | a wreath             | wreaths             | -                  | -                           | decoration                     | one
trophy             | a trophy             | trophies            | -                  | -                           | cup                            | one
aquarium           | an aquarium          | aquariums           | -                  | fish tank                   | -                              | several
fish tank          | a fish tank          | fish tanks          | -                  | aquarium                    | -                              | several
cage               | a cage               | cages               | -                  | -                           | birdcage                       | -
birdcage           | a birdcage           | birdcages           | cage               | -                           | -                              | -
pet bed            | a pet bed            | pet beds            | -                  | dog bed                     | bed, cushion                   | one
dog bed            | a dog bed            | dog beds            | -                  | pet bed                     | -                              | one
litter box         | a litter box         | litter boxes        | -                  | -                           | box                            | -
cat tree           | a cat tree           | cat trees           | -                  | -                           | -                              | -
toy                | a toy                | toys                | -                  | -                           | -                              | -
stuffed animal     | a stuffed animal     | stuffed animals     | toy                | plush toy, stuffed toy      | doll                           | one
plush toy          | a plush toy          | plush toys          | toy                | stuffed animal              | -                              | one
stuffed toy        | a stuffed toy        | stuffed toys        | toy                | stuffed animal              | -                              | one
teddy bear         | a teddy bear         | teddy bears         | stuffed animal     | -                           | -                              | one
doll               | a doll               | dolls               | toy                | -                           | -                              | one
toy car            | a toy car            | toy cars            | toy                | -                           | -                              | one
dollhouse          | a dollhouse          | dollhouses          | toy                | -                           | -                              | one
puzzle             | a puzzle             | puzzles             | -                  | -                           | toy                            | none
board game         | a board game         | board games         | -                  | -                           | box, toy                       | none
ball               | a ball               | balls               | -                  | -                           | -                              | none
soccer ball        | a soccer ball        | soccer balls        | ball               | -                           | football                       | none
football           | a football           | footballs           | ball               | -                           | -                              | none
basketball         | a basketball         | basketballs         | ball               | -                           | -                              | none
volleyball         | a volleyball         | volleyballs         | ball               | -                           | -                              | none
tennis ball        | a tennis ball        | tennis balls        | ball               | -                           | -                              | none
baseball           | a baseball           | baseballs           | ball               | -                           | -                              | none
baseball bat       | a baseball bat       | baseball bats       | -                  | -                           | -                              | none
baseball glove     | a baseball glove     | baseball gloves     | -                  | -                           | glove                          | one
tennis racket      | a tennis racket      | tennis rackets      | racket             | -                           | -                              | several
racket             | a racket             | rackets             | -                  | -                           | -                              | several
dumbbell           | a dumbbell           | dumbbells           | -                  | -                           | -                              | none
barbell            | a barbell            | barbells            | -                  | -                           | -                              | none
skateboard         | a skateboard         | skateboards         | -                  | -                           | -                              | several
snowboard          | a snowboard          | snowboards          | -                  | -                           | -                              | -
surfboard          | a surfboard          | surfboards          | -                  | -                           | -                              | one
skis               | a pair of skis       | skis                | -                  | -                           | -                              | one
frisbee            | a frisbee            | frisbees            | -                  | -                           | -                              | none
balloon            | a balloon            | balloons            | -                  | -                           | ball                           | none
kite               | a kite               | kites               | -                  | -                           | -                              | one
bicycle            | a bicycle            | bicycles            | -                  | bike                        | -                              | one
bike               | a bike               | bikes               | -                  | bicycle                     | -                              | one
scooter            | a scooter            | scooters            | -                  | -                           | -                              | one
stroller           | a stroller           | strollers           | -                  | baby carriage, pram         | -                              | one
baby carriage      | a baby carriage      | baby carriages      | -                  | stroller                    | -                              | one
pram               | a pram               | prams               | -                  | stroller                    | -                              | one
wheelchair         | a wheelchair         | wheelchairs         | -                  | -                           | chair                          | one
crutch             | a crutch             | crutches            | -                  | -                           | cane                           | none
cane               | a cane               | canes               | -                  | walking stick               | -                              | none
walking stick      | a walking stick      | walking sticks      | -                  | cane                        | -                              | none
car seat           | a car seat           | car seats           | -                  | -                           | seat, chair                    | one
shopping cart      | a shopping cart      | shopping carts      | cart               | -                           | -                              | one
musical instrument | a musical instrument | musical instruments | -                  | -                           | -                              | one
piano              | a piano              | pianos              | musical instrument | -                           | -                              | one
electric piano     | an electric piano    | electric pianos     | musical instrument | -                           | piano                          | one
guitar             | a guitar             | guitars             | musical instrument | -                           | -                              | one
violin             | a violin             | violins             | musical instrument | -                           | -                              | one
cello              | a cello              | cellos              | musical instrument | -                           | violin                         | one
drum               | a drum               | drums               | musical instrument | -                           | -                              | none
trumpet            | a trumpet            | trumpets            | musical instrument | -                           | -                              | one
saxophone          | a saxophone          | saxophones          | musical instrument | -                           | -                              | one
music stand        | a music stand        | music stands        | stand              | -                           | -                              | one
easel              | an easel             | easels              | -                  | -                           | stand, board                   | one
tool               | a tool               | tools               | -                  | -                           | -                              | none
hammer             | a hammer             | hammers             | tool               | -                           | -                              | none
screwdriver        | a screwdriver        | screwdrivers        | tool               | -                           | -                              | none
wrench             | a wrench             | wrenches            | tool               | spanner                     | -                              | none
spanner            | a spanner            | spanners            | tool               | wrench                      | -                              | none
pliers             | a pair of pliers     | pliers              | tool               | -                           | -                              | none
drill              | a drill              | drills              | tool               | -                           | -                              | one
saw                | a saw                | saws                | tool               | -                           | -                              | none
shovel             | a shovel             | shovels             | tool               | -                           | -                              | one
rope               | a rope               | ropes               | -                  | -                           | cord                           | none
hose               | a hose               | hoses               | -                  | -                           | pipe                           | none
first aid kit      | a first aid kit      | first aid kits      | -                  | -                           | box, bag                       | one
lighter            | a lighter            | lighters            | -                  | -                           | -                              | none
ashtray            | an ashtray           | ashtrays            | -                  | -                           | bowl, plate                    | none
coin               | a coin               | coins               | -                  | -                           | -                              | several
plant              | a plant              | plants              | -                  | -                           | -                              | none
potted plant       | a potted plant       | potted plants       | plant              | pottedplant                 | houseplant                     | none
pottedplant        | a potted plant       | potted plants       | plant              | potted plant                | -                              | none
houseplant         | a houseplant         | houseplants         | plant              | -                           | potted plant                   | none
flower             | a flower             | flowers             | plant              | -                           | potted plant                   | none
flowers            | some flowers         | flowers             | -                  | -                           | flower, bouquet, potted plant  | none
bouquet            | a bouquet            | bouquets            | -                  | -                           | flower, plant                  | none
cactus             | a cactus             | cacti               | plant              | -                           | potted plant                   | none
tree               | a tree               | trees               | plant              | -                           | potted plant                   | none
christmas tree     | a Christmas tree     | Christmas trees     | tree               | -                           | -                              | none
person             | a person             | people              | -                  | -                           | -                              | one
man                | a man                | men                 | person             | -                           | -                              | one
woman              | a woman              | women               | person             | -                           | -                              | one
child              | a child              | children            | person             | -                           | -                              | one
boy                | a boy                | boys                | child              | -                           | man                            | one
girl               | a girl               | girls               | child              | -                           | woman                          | one
baby               | a baby               | babies              | person             | -                           | child                          | one
animal             | an animal            | animals             | -                  | -                           | -                              | one
cat                | a cat                | cats                | animal             | -                           | -                              | one
dog                | a dog                | dogs                | animal             | -                           | -                              | one
bird               | a bird               | birds               | animal             | -                           | -                              | one
fish               | a fish               | fish                | animal             | -                           | -                              | one
rabbit             | a rabbit             | rabbits             | animal             | -                           | -                              | one
sheep              | a sheep              | sheep               | animal             | -                           | -                              | one
`;
