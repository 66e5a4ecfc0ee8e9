import { useEffect, useRef, useState } from 'preact/hooks';
import { useAction, useLanguage } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { middleOf, MOST_ZOOM, sideOf, within, type Crop } from './crop.ts';
import { Problem } from './Trouble.tsx';

const text = words(
  {
    crop: '보일 부분을 골라 주세요',
    cropHint: '끌어서 옮기고, 아래 막대로 크기를 바꿔요. 화살표 키로도 옮길 수 있어요.',
    zoom: '크기',
    usePhoto: '이 사진 쓰기',
    notAPhoto: '사진으로 읽을 수 없는 파일이에요. JPEG, PNG, GIF를 골라 주세요.',
  },
  {
    crop: 'Choose what is seen',
    cropHint: 'Drag to move, and use the slider to scale. Arrow keys move it, too.',
    zoom: 'Size',
    usePhoto: 'Use this photo',
    notAPhoto: 'This file cannot be read as a photo. Choose a JPEG, PNG or GIF.',
  },
);

/** What a member's picture may be chosen from. */
export const PHOTO_KINDS = 'image/jpeg,image/png,image/gif';

/** As large as pictures of members are kept. */
const SIDE = 640;
const STEP = 0.03;

/** Shows the square that is going to be the picture; only that square leaves this page. */
export function PhotoCrop({ file, take }: { file: File; take: (picture: Blob) => Promise<void> }) {
  const said = text[useLanguage()];
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState<ImageBitmap | 'broken' | null>(null);
  const [crop, setCrop] = useState<Crop>({ x: 0, y: 0, zoom: 1 });
  const held = useRef<{ x: number; y: number; crop: Crop } | null>(null);

  useEffect(() => {
    let wanted = true;
    setImage(null);
    createImageBitmap(file).then(
      (bitmap) => { if (wanted) { setImage(bitmap); setCrop(middleOf(bitmap.width, bitmap.height)); } },
      () => wanted && setImage('broken'),
    );
    return () => void (wanted = false);
  }, [file]);

  const bitmap = image instanceof ImageBitmap ? image : null;
  useEffect(() => {
    const brush = canvas.current?.getContext('2d');
    if (!brush || !bitmap) return;
    const side = sideOf(crop, bitmap.width, bitmap.height);
    brush.drawImage(bitmap, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, SIDE, SIDE);
  }, [bitmap, crop]);

  const action = useAction(async () => {
    const picture = await new Promise<Blob | null>((resolve) => canvas.current!.toBlob(resolve, 'image/jpeg', 0.92));
    if (picture) await take(picture);
  });

  if (image === 'broken') return <p class="problem" role="alert">{said.notAPhoto}</p>;
  const move = (change: Partial<Crop>) => { if (bitmap) setCrop((before) => within({ ...before, ...change }, bitmap.width, bitmap.height)); };
  function drag(event: PointerEvent) {
    if (!held.current || !bitmap) return;
    const shown = (event.currentTarget as HTMLElement).getBoundingClientRect().width;
    const scale = sideOf(held.current.crop, bitmap.width, bitmap.height) / shown;
    move({ x: held.current.crop.x - (event.clientX - held.current.x) * scale, y: held.current.crop.y - (event.clientY - held.current.y) * scale });
  }
  function byKey(event: KeyboardEvent) {
    if (!bitmap) return;
    const step = sideOf(crop, bitmap.width, bitmap.height) * STEP;
    const ways: Record<string, Partial<Crop>> = { ArrowLeft: { x: crop.x - step }, ArrowRight: { x: crop.x + step }, ArrowUp: { y: crop.y - step }, ArrowDown: { y: crop.y + step } };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    move(way);
  }
  return (
    <div class="crop" role="group" aria-label={said.crop}>
      <p class="small-text quiet">{said.cropHint}</p>
      <canvas
        ref={canvas}
        width={SIDE}
        height={SIDE}
        tabIndex={0}
        role="img"
        aria-label={said.crop}
        onKeyDown={byKey}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); held.current = { x: event.clientX, y: event.clientY, crop }; }}
        onPointerMove={drag}
        onPointerUp={() => (held.current = null)}
      />
      <input type="range" min={1} max={MOST_ZOOM} step={0.05} value={crop.zoom} aria-label={said.zoom} onInput={(event) => move({ zoom: Number(event.currentTarget.value) })} />
      <Problem failure={action.failure} />
      <button type="button" class="button" aria-disabled={action.busy} disabled={!bitmap} onClick={() => void action.run()}>{said.usePhoto}</button>
    </div>
  );
}
