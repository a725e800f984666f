// What `response` is by its type.
async function ask(type, url, during) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.responseType = type;
  during?.(request);
  await new Promise((resolve) => {
    request.onloadend = resolve;
    request.send();
  });
  return request;
}
async function run() {
  const json = await ask('json', '/json');
  console.log(JSON.stringify(json.response), json.response === json.response, json.responseType);
  const wrong = await ask('json', '/text');
  console.log(wrong.response, wrong.status);
  const bytes = await ask('arraybuffer', '/text', (request) => {
    request.onprogress = (event) =>
      console.log('progress', event.loaded, event.total, event.lengthComputable, request.response);
  });
  console.log(bytes.response.byteLength, bytes.response === bytes.response);
  const blob = await ask('blob', '/text');
  console.log(blob.response.size, blob.response.type);
  const text = await ask('text', '/text');
  console.log(text.response, text.responseText);
  const odd = await ask('nothing', '/text');
  console.log(odd.responseType === '', odd.response);
  try {
    json.responseText;
  } catch (error) {
    console.log(error.name, error.message);
  }
  try {
    json.responseType = 'text';
  } catch (error) {
    console.log(error.name, error.message);
  }
  console.log(json.getResponseHeader('content-type'), json.getResponseHeader('none'), json.getResponseHeader('X-A'));
  console.log(JSON.stringify(json.getAllResponseHeaders()));
}
run();
