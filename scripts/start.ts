import { runLifecycle } from "./start/lifecycle";
import { serve } from "./start/serve";

runLifecycle((life) => serve(life, "production"));
