// Takes webhooks as fast as it can: POST /fast is answered at once, POST /hang… never; GET / tells how many came to /fast.
import { createServer } from "node:http";

let taken = 0;

const server = createServer((request, response) => {
  request.resume();
  if (request.method === "GET") return response.end(String(taken));
  if (request.url.startsWith("/hang")) return;
  request.on("end", () => {
    taken++;
    response.end("ok");
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
