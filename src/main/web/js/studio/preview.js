// The preview of a step as children see it: as wide as a device, and scaled to fit.
const device = document.querySelector('.st-dev');
const frame = device && device.querySelector('iframe');
let look = '';
let size = '';

function fit() {
  if (!frame) return;
  const scale = device.clientWidth / frame.offsetWidth;
  frame.style.setProperty('transform', 'scale(' + scale + ')');
  device.style.setProperty('height', frame.offsetHeight * scale + 18 + 'px');
}

function dress() {
  const root = frame.contentDocument && frame.contentDocument.documentElement;
  if (!root) return;
  root.dataset.theme = look;
  root.dataset.size = size;
}

export function showPreview() {
  if (!frame) return;
  const as = device.dataset.as;
  frame.contentWindow.location.replace(frame.dataset.base + (as === 'wall' ? 'wall' : 'tablet'));
}

function press(button) {
  for (const other of button.parentElement.querySelectorAll('button')) {
    if (button.dataset.size === undefined ? other.dataset.size === undefined : other === button) {
      other.setAttribute('aria-pressed', String(other === button && (button.dataset.size === undefined || size !== '')));
    }
  }
}

if (frame) {
  frame.addEventListener('load', () => { dress(); fit(); });
  new ResizeObserver(fit).observe(device);
  for (const button of document.querySelectorAll('.st-switch button')) {
    button.addEventListener('click', () => {
      if (button.dataset.as) {
        device.dataset.as = button.dataset.as;
        showPreview();
      } else if (button.dataset.size !== undefined) {
        size = size ? '' : button.dataset.size;
      } else {
        look = button.dataset.look;
      }
      press(button);
      dress();
      fit();
    });
  }
  fit();
}
