import { rememberedTheme } from "./remembered";

// Runs before the first paint, so that a chosen theme never flashes the other one.
const theme = rememberedTheme();
if (theme) document.documentElement.dataset.theme = theme;
document.documentElement.dataset.js = "";
