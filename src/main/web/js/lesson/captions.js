// Chromium shows no captions for sound without a picture: they are shown below the player.
export function showCaptions() {
  document.querySelectorAll('video.heard').forEach(function (video) {
    const line = video.parentNode.querySelector('.caption');
    const track = video.textTracks[0];
    track.mode = 'hidden';
    track.addEventListener('cuechange', function () {
      line.textContent = Array.from(track.activeCues).map(function (cue) { return cue.getCueAsHTML().textContent; }).join(' ');
    });
  });
}
