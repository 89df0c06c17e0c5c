/** What one sits and lies on, puts things on and into. How a line is read: `../table.ts`. */
export const furniture = `
label                | one                     | several               | broader   | same               | also                                           | front
furniture            | some furniture          | -                     | -         | -                  | -                                              | -
seat                 | a seat                  | seats                 | furniture | -                  | -                                              | one
chair                | a chair                 | chairs                | furniture | -                  | seat                                           | one
armchair             | an armchair             | armchairs             | chair     | -                  | easy chair                                     | one
easy chair           | an easy chair           | easy chairs           | chair     | -                  | armchair                                       | one
sofa chair           | a sofa chair            | sofa chairs           | chair     | -                  | armchair, sofa                                 | one
recliner             | a recliner              | recliners             | chair     | reclining chair    | armchair, sofa                                 | one
reclining chair      | a reclining chair       | reclining chairs      | chair     | recliner           | -                                              | one
lounge chair         | a lounge chair          | lounge chairs         | chair     | -                  | armchair                                       | one
chaise longue        | a chaise longue         | chaise longues        | furniture | -                  | sofa, lounge chair, bed                        | one
office chair         | an office chair         | office chairs         | chair     | -                  | desk chair, swivel chair                       | one
desk chair           | a desk chair            | desk chairs           | chair     | -                  | -                                              | one
swivel chair         | a swivel chair          | swivel chairs         | chair     | -                  | -                                              | one
dining chair         | a dining chair          | dining chairs         | chair     | -                  | -                                              | one
folding chair        | a folding chair         | folding chairs        | chair     | -                  | -                                              | one
rocking chair        | a rocking chair         | rocking chairs        | chair     | -                  | armchair                                       | one
high chair           | a high chair            | high chairs           | chair     | -                  | bar stool                                      | one
beach chair          | a beach chair           | beach chairs          | chair     | deck chair         | folding chair, lounge chair                    | one
deck chair           | a deck chair            | deck chairs           | chair     | beach chair        | -                                              | one
bean bag             | a bean bag              | bean bags             | furniture | bean bag chair     | chair, seat, pouf                              | -
bean bag chair       | a bean bag chair        | bean bag chairs       | furniture | bean bag           | -                                              | -
sofa                 | a sofa                  | sofas                 | furniture | couch              | -                                              | one
couch                | a couch                 | couches               | furniture | sofa               | -                                              | one
settee               | a settee                | settees               | sofa      | -                  | bench                                          | one
loveseat             | a loveseat              | loveseats             | sofa      | -                  | armchair                                       | one
sectional            | a sectional             | sectionals            | sofa      | -                  | -                                              | -
sofa bed             | a sofa bed              | sofa beds             | sofa      | -                  | bed                                            | one
futon                | a futon                 | futons                | furniture | -                  | sofa, bed, mattress                            | one
stool                | a stool                 | stools                | furniture | -                  | chair, seat                                    | none
bar stool            | a bar stool             | bar stools            | stool     | barstool           | -                                              | -
barstool             | a bar stool             | bar stools            | stool     | bar stool          | -                                              | -
step stool           | a step stool            | step stools           | stool     | -                  | ladder, footstool                              | -
footstool            | a footstool             | footstools            | furniture | footrest           | stool, ottoman                                 | none
footrest             | a footrest              | footrests             | furniture | footstool          | -                                              | none
ottoman              | an ottoman              | ottomans              | furniture | -                  | pouf, footstool, stool, seat                   | none
pouf                 | a pouf                  | poufs                 | furniture | -                  | ottoman, stool, seat                           | none
bench                | a bench                 | benches               | furniture | -                  | seat                                           | one
piano bench          | a piano bench           | piano benches         | bench     | -                  | stool                                          | -
pew                  | a pew                   | pews                  | bench     | -                  | -                                              | one
bed                  | a bed                   | beds                  | furniture | -                  | -                                              | one
bunk bed             | a bunk bed              | bunk beds             | bed       | -                  | -                                              | one
double bed           | a double bed            | double beds           | bed       | -                  | -                                              | one
crib                 | a crib                  | cribs                 | furniture | -                  | bed, cot                                       | several
cot                  | a cot                   | cots                  | furniture | -                  | bed                                            | several
bassinet             | a bassinet              | bassinets             | furniture | cradle             | crib, bed                                      | several
cradle               | a cradle                | cradles               | furniture | bassinet           | -                                              | several
mattress             | a mattress              | mattresses            | furniture | -                  | bed                                            | -
bed frame            | a bed frame             | bed frames            | furniture | -                  | bed                                            | one
headboard            | a headboard             | headboards            | furniture | -                  | bed                                            | one
hammock              | a hammock               | hammocks              | furniture | -                  | -                                              | several
table                | a table                 | tables                | furniture | -                  | -                                              | several
coffee table         | a coffee table          | coffee tables         | table     | -                  | -                                              | several
dining table         | a dining table          | dining tables         | table     | diningtable        | kitchen table                                  | several
diningtable          | a dining table          | dining tables         | table     | dining table       | -                                              | several
kitchen table        | a kitchen table         | kitchen tables        | table     | -                  | -                                              | several
side table           | a side table            | side tables           | table     | end table          | nightstand, coffee table                       | several
end table            | an end table            | end tables            | table     | side table         | -                                              | several
console table        | a console table         | console tables        | table     | -                  | sideboard                                      | one
bedside table        | a bedside table         | bedside tables        | table     | -                  | -                                              | one
folding table        | a folding table         | folding tables        | table     | -                  | -                                              | several
round table          | a round table           | round tables          | table     | -                  | -                                              | none
picnic table         | a picnic table          | picnic tables         | table     | -                  | bench                                          | several
conference table     | a conference table      | conference tables     | table     | meeting table      | -                                              | several
meeting table        | a meeting table         | meeting tables        | table     | conference table   | -                                              | several
pool table           | a pool table            | pool tables           | furniture | billiard table     | table                                          | several
billiard table       | a billiard table        | billiard tables       | furniture | pool table         | -                                              | several
ping pong table      | a ping-pong table       | ping-pong tables      | furniture | table tennis table | table                                          | several
table tennis table   | a table tennis table    | table tennis tables   | furniture | ping pong table    | -                                              | several
foosball table       | a foosball table        | foosball tables       | furniture | -                  | table                                          | several
massage table        | a massage table         | massage tables        | furniture | -                  | table, bed                                     | several
changing table       | a changing table        | changing tables       | furniture | -                  | table, dresser                                 | one
desk                 | a desk                  | desks                 | furniture | -                  | table                                          | several
computer desk        | a computer desk         | computer desks        | desk      | -                  | -                                              | several
writing desk         | a writing desk          | writing desks         | desk      | -                  | -                                              | several
school desk          | a school desk           | school desks          | desk      | -                  | -                                              | several
reception desk       | a reception desk        | reception desks       | furniture | -                  | desk, counter                                  | one
workbench            | a workbench             | workbenches           | furniture | work table         | table, bench, desk                             | several
work table           | a work table            | work tables           | table     | -                  | desk                                           | several
vanity               | a vanity                | vanities              | furniture | -                  | dressing table, dresser, bathroom cabinet      | one
dressing table       | a dressing table        | dressing tables       | furniture | -                  | table, dresser, desk                           | one
counter              | a counter               | counters              | -         | -                  | countertop, bar counter, table                 | one
countertop           | a countertop            | countertops           | -         | counter top        | counter                                        | one
counter top          | a countertop            | countertops           | -         | countertop         | -                                              | one
kitchen counter      | a kitchen counter       | kitchen counters      | counter   | -                  | -                                              | one
bathroom counter     | a bathroom counter      | bathroom counters     | counter   | -                  | bathroom cabinet                               | one
bar counter          | a bar counter           | bar counters          | counter   | -                  | bar                                            | one
bar                  | a bar                   | bars                  | -         | -                  | counter, rail                                  | -
kitchen island       | a kitchen island        | kitchen islands       | -         | -                  | counter, table                                 | several
cabinet              | a cabinet               | cabinets              | furniture | -                  | cupboard, sideboard, dresser, chest of drawers | one
kitchen cabinet      | a kitchen cabinet       | kitchen cabinets      | cabinet   | -                  | -                                              | one
bathroom cabinet     | a bathroom cabinet      | bathroom cabinets     | cabinet   | -                  | medicine cabinet                               | one
medicine cabinet     | a medicine cabinet      | medicine cabinets     | cabinet   | -                  | -                                              | one
file cabinet         | a filing cabinet        | filing cabinets       | cabinet   | filing cabinet     | -                                              | one
filing cabinet       | a filing cabinet        | filing cabinets       | cabinet   | file cabinet       | -                                              | one
display cabinet      | a display cabinet       | display cabinets      | cabinet   | -                  | display case                                   | one
display case         | a display case          | display cases         | furniture | showcase           | display cabinet, cabinet                       | -
showcase             | a showcase              | showcases             | furniture | display case       | -                                              | -
tv cabinet           | a TV cabinet            | TV cabinets           | cabinet   | -                  | tv stand                                       | one
tv stand             | a TV stand              | TV stands             | furniture | -                  | cabinet, table, sideboard                      | one
entertainment center | an entertainment center | entertainment centers | furniture | -                  | cabinet, tv stand, shelf                       | one
shoe cabinet         | a shoe cabinet          | shoe cabinets         | cabinet   | -                  | shoe rack                                      | one
cupboard             | a cupboard              | cupboards             | furniture | -                  | cabinet, closet                                | one
sideboard            | a sideboard             | sideboards            | furniture | -                  | cabinet, dresser, buffet, console table        | one
buffet               | a buffet                | buffets               | furniture | -                  | sideboard, cabinet, table                      | one
hutch                | a hutch                 | hutches               | furniture | -                  | cabinet, cupboard                              | one
dresser              | a dresser               | dressers              | furniture | -                  | cabinet, chest of drawers, sideboard           | one
chest of drawers     | a chest of drawers      | chests of drawers     | furniture | -                  | dresser, cabinet                               | one
drawer               | a drawer                | drawers               | -         | -                  | cabinet, chest of drawers, dresser, nightstand | one
chest                | a chest                 | chests                | -         | -                  | chest of drawers, trunk, box                   | one
trunk                | a trunk                 | trunks                | -         | -                  | chest, suitcase, box                           | one
wardrobe             | a wardrobe              | wardrobes             | furniture | -                  | closet, cabinet, cupboard                      | one
armoire              | an armoire              | armoires              | wardrobe  | -                  | -                                              | one
closet               | a closet                | closets               | -         | -                  | wardrobe, cupboard, cabinet                    | one
locker               | a locker                | lockers               | furniture | -                  | cabinet, wardrobe                              | one
nightstand           | a nightstand            | nightstands           | furniture | night stand        | bedside table, cabinet, table                  | one
night stand          | a nightstand            | nightstands           | furniture | nightstand         | -                                              | one
bookshelf            | a bookshelf             | bookshelves           | furniture | book shelf         | bookcase, shelf                                | one
book shelf           | a bookshelf             | bookshelves           | furniture | bookshelf          | -                                              | one
bookcase             | a bookcase              | bookcases             | furniture | -                  | bookshelf, shelf, cabinet                      | one
shelf                | a shelf                 | shelves               | -         | -                  | rack                                           | one
shelves              | some shelves            | shelves               | -         | -                  | shelf, bookshelf, bookcase, shelving           | one
shelving             | some shelving           | -                     | -         | -                  | shelf, bookshelf, rack                         | one
storage rack         | a storage rack          | storage racks         | -         | -                  | shelf, rack                                    | -
rack                 | a rack                  | racks                 | -         | -                  | shelf, stand                                   | -
stand                | a stand                 | stands                | -         | -                  | rack, table                                    | -
plant stand          | a plant stand           | plant stands          | stand     | -                  | stool                                          | none
coat rack            | a coat rack             | coat racks            | -         | coat stand         | rack, stand, clothes rack                      | none
coat stand           | a coat stand            | coat stands           | -         | coat rack          | -                                              | none
clothes rack         | a clothes rack          | clothes racks         | -         | -                  | rack, drying rack                              | several
drying rack          | a drying rack           | drying racks          | -         | -                  | rack, dish rack                                | -
shoe rack            | a shoe rack             | shoe racks            | -         | -                  | rack, shelf, bench                             | one
wine rack            | a wine rack             | wine racks            | -         | -                  | rack, shelf                                    | -
magazine rack        | a magazine rack         | magazine racks        | -         | -                  | rack, stand                                    | -
safe                 | a safe                  | safes                 | -         | -                  | box, cabinet                                   | one
podium               | a podium                | podiums               | -         | lectern            | stand                                          | one
lectern              | a lectern               | lecterns              | -         | podium             | -                                              | one
room divider         | a room divider          | room dividers         | -         | partition          | screen, wall                                   | several
partition            | a partition             | partitions            | -         | room divider       | -                                              | several
cart                 | a cart                  | carts                 | -         | -                  | trolley                                        | -
trolley              | a trolley               | trolleys              | -         | -                  | cart                                           | -
`;
