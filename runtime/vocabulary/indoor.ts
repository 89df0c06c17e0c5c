/** Words for rooms: one row per label, by the parts in `indoor/`. */
import { belongings } from './indoor/belongings.js';
import { building } from './indoor/building.js';
import { electronics } from './indoor/electronics.js';
import { food } from './indoor/food.js';
import { furniture } from './indoor/furniture.js';
import { kitchenAndBathroom } from './indoor/kitchen.js';
import { readTable } from './table.js';

export const indoor = [furniture, building, electronics, kitchenAndBathroom, food, belongings].flatMap(readTable);
