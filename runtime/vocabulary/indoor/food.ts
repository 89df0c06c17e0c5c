/** What is eaten and drunk. How a line is read: `../table.ts`. */
export const food = `
label         | one             | several         | broader   | same      | also          | front
food          | some food       | -               | -         | -         | -             | none
fruit         | some fruit      | -               | -         | -         | food          | none
vegetable     | a vegetable     | vegetables      | -         | -         | food          | none
apple         | an apple        | apples          | fruit     | -         | -             | none
banana        | a banana        | bananas         | fruit     | -         | -             | none
orange        | an orange       | oranges         | fruit     | -         | -             | none
lemon         | a lemon         | lemons          | fruit     | -         | -             | none
lime          | a lime          | limes           | fruit     | -         | lemon         | none
pear          | a pear          | pears           | fruit     | -         | -             | none
peach         | a peach         | peaches         | fruit     | -         | -             | none
strawberry    | a strawberry    | strawberries    | fruit     | -         | -             | none
cherry        | a cherry        | cherries        | fruit     | -         | -             | none
grapes        | some grapes     | grapes          | fruit     | -         | -             | none
pineapple     | a pineapple     | pineapples      | fruit     | -         | -             | none
watermelon    | a watermelon    | watermelons     | fruit     | -         | -             | none
mango         | a mango         | mangoes         | fruit     | -         | -             | none
avocado       | an avocado      | avocados        | fruit     | -         | -             | none
tomato        | a tomato        | tomatoes        | vegetable | -         | fruit         | none
potato        | a potato        | potatoes        | vegetable | -         | -             | none
carrot        | a carrot        | carrots         | vegetable | -         | -             | none
onion         | an onion        | onions          | vegetable | -         | -             | none
cucumber      | a cucumber      | cucumbers       | vegetable | -         | -             | none
pepper        | a pepper        | peppers         | vegetable | -         | -             | none
pumpkin       | a pumpkin       | pumpkins        | vegetable | -         | -             | none
eggplant      | an eggplant     | eggplants       | vegetable | -         | -             | none
cabbage       | a cabbage       | cabbages        | vegetable | -         | lettuce       | none
lettuce       | a lettuce       | lettuces        | vegetable | -         | cabbage       | none
mushroom      | a mushroom      | mushrooms       | vegetable | -         | -             | none
broccoli      | some broccoli   | -               | vegetable | -         | -             | none
corn          | some corn       | -               | vegetable | -         | -             | none
garlic        | some garlic     | -               | vegetable | -         | -             | none
egg           | an egg          | eggs            | food      | -         | -             | none
bread         | some bread      | -               | food      | -         | loaf of bread | none
loaf of bread | a loaf of bread | loaves of bread | food      | -         | -             | none
sandwich      | a sandwich      | sandwiches      | food      | -         | hamburger     | none
hamburger     | a hamburger     | hamburgers      | food      | burger    | sandwich      | none
burger        | a burger        | burgers         | food      | hamburger | -             | none
hot dog       | a hot dog       | hot dogs        | food      | -         | sandwich      | none
pizza         | a pizza         | pizzas          | food      | -         | -             | none
cake          | a cake          | cakes           | food      | -         | pie           | none
pie           | a pie           | pies            | food      | -         | cake          | none
donut         | a donut         | donuts          | food      | doughnut  | -             | none
doughnut      | a doughnut      | doughnuts       | food      | donut     | -             | none
cookie        | a cookie        | cookies         | food      | -         | -             | none
cheese        | some cheese     | -               | food      | -         | -             | none
candy         | some candy      | -               | food      | -         | -             | none
cereal box    | a cereal box    | cereal boxes    | box       | -         | -             | one
milk carton   | a milk carton   | milk cartons    | carton    | -         | -             | several
`;
