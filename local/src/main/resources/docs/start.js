'use strict';
SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#documentation',
  deepLinking: true,
  // else the page would send the address of the file to a validator on the network
  validatorUrl: null,
});
