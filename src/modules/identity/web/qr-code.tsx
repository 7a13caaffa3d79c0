import { useEffect, useState } from 'react'

/** A text as a QR code, drawn in the browser: the text goes nowhere. */
export function QrCode({ text, alt, size = 168 }: { text: string; alt: string; size?: number }) {
  const [drawn, setDrawn] = useState<string>()
  useEffect(() => {
    let gone = false
    void import('qrcode').then(async ({ default: qrcode }) => {
      const svg = await qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
      if (!gone) setDrawn(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    })
    return () => {
      gone = true
    }
  }, [text])
  return <img className="qr-code" src={drawn} alt={alt} width={size} height={size} />
}
